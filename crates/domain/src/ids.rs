//! Identifiers: one newtype per thing, UUIDv7 text, so that an application's id can't be taken for an expert's.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);
        impl $name {
            /// Takes what `mint` or the database gave; `None` where the text is no UUID.
            pub fn parse(s: &str) -> Option<$name> {
                uuid::Uuid::try_parse(s).ok().map(|u| $name(u.to_string()))
            }
            /// A new id from the clock (microseconds) and 10 random bytes, both passed in.
            pub fn mint(now: crate::Instant, random: [u8; 10]) -> $name {
                let ms = (now.micros() / 1000).max(0) as u64;
                $name(uuid::Builder::from_unix_timestamp_millis(ms, &random).into_uuid().to_string())
            }
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
        }
    )*};
}

ids! {
    AccountId, ProgrammeId, BodyId, CallId, CriterionId, QuestionId, IdeaId,
    ApplicationId, ParticipantId, AttachmentId, SubmissionId,
    JournalId, DocumentId, ExpertId, GroupId, ConflictId, AssessmentId,
    ResultId, StatementId, RecommendationId, DecisionId, AwardId, EvidenceId, InstalmentId, ReleaseId, LetterId, EventId, MailId,
    CollaborationId, OfferId, PresenceId, NoteId,
    SourceId, PlaceId, OrganisationId, AliasId, FactId, DiscordId, RevisionId,
    // partnership, instrument, office
    PartnershipId, InstrumentId, VersionId, ApprovalId, CommitmentId, OfficeId, ReminderId, RenewalId,
}

ids! {
    PersonId, PostId, TenureId, DelegationId, ActivityId, IntroductionId, NewsId, VisitRequestId,
}
