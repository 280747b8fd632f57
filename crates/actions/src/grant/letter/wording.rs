//! What a letter says, from what was decided.

use super::dispatch::Job;
use crate::{
    Result,
    grant::{fate::Ended, paper::date},
    words::Words,
};
use domain::{
    grant::{Fate, Verdict},
    priority::Standing,
    time::Day,
};
use papers::{
    document::Text,
    letter::{Letter, Outcome},
};

impl Job<'_> {
    pub(super) fn letter(&self, e: &Ended, said: &Verdict, case: &str, today: Day) -> Result<Letter> {
        let lang = e.app.project.lang;
        let words = Words { lang, parties: &self.ending.parties };
        let call = &self.ending.call;
        let (own, other) = (words.party(self.party), words.party(call.counterpart(self.party)));
        let decision = self.ending.project(&e.app.id).and_then(|p| p.grant.side(self.party).ok()?.decision.clone());
        let decided = decision.as_ref().map_or(self.order.day, |d| d.meeting.day);
        let outcome = match said {
            Verdict::Granted { amount, .. } => Outcome::Granted { amount: amount.minor, currency: amount.currency.code().into() },
            Verdict::Reserve { .. } => Outcome::Reserve,
            Verdict::Refused => Outcome::Refused,
        };
        let number = e.app.number.clone().unwrap_or_default();
        let issuer = words.say("grant-letter-issuer", &[("party", &own)]);
        Ok(Letter {
            lang,
            issuer: issuer.clone(),
            recipient: self.recipient(e),
            date: date(today),
            case_number: case.into(),
            application: number.clone(),
            project: e.app.project.title.as_str().into(),
            call: call.title.get(lang).into(),
            body: self.body.name.get(lang).into(),
            decided: date(decided),
            outcome,
            party: own,
            counterpart: other,
            reasons: self.reasons(e, said, &words),
            conditions: self.conditions(e, said, &words),
            appeal: vec![self.order.appeal.get(lang).into()],
            contact: words.say("grant-letter-contact", &[("contact", self.order.contact.trim()), ("number", &number)]).into(),
            signatures: vec![issuer.into()],
        })
    }

    /// The side's own participants, the leading one first where it is theirs.
    fn recipient(&self, e: &Ended) -> Vec<Text> {
        let mut own: Vec<_> = e.app.of(self.party).collect();
        own.sort_by_key(|p| (!p.lead, p.no));
        let name = |p: &&domain::application::Participant| {
            if p.lang == e.app.project.lang { p.name.as_str().into() } else { Text::foreign(p.lang.code(), p.name.as_str()) }
        };
        own.iter().map(name).collect()
    }

    /// Why, in general words and in the party's own; the counterpart's words are not this party's to send.
    fn reasons(&self, e: &Ended, said: &Verdict, words: &Words<'_>) -> Vec<Text> {
        let say = |key: &str| Text::from(words.say(key, &[]));
        let office = |reason: &str| Text::from(words.say("grant-letter-reason-office", &[("reason", reason)]));
        let own_decision = self.ending.project(&e.app.id).and_then(|p| p.grant.side(self.party).ok()?.decision.clone());
        let refused = own_decision.filter(|d| d.granted.is_none());
        let mut all = match (&e.fate, said) {
            (_, Verdict::Granted { .. }) => vec![say("grant-letter-reason-funded")],
            (_, Verdict::Reserve { place }) => vec![words.say("grant-letter-reason-reserve", &[("place", &place.to_string())]).into()],
            (Fate::Funded | Fate::Fallen { .. }, Verdict::Refused) if refused.is_some() => vec![say("grant-letter-reason-refused")],
            (fate, Verdict::Refused) => vec![say(&format!("grant-letter-reason-{}", fate.code()))],
        };
        let noted = e.handlings.iter().find(|h| &h.party == self.party && h.verdict == domain::handling::Verdict::Ineligible);
        all.extend(noted.filter(|h| !h.note.is_empty()).map(|h| office(&h.note)));
        all.extend(refused.filter(|d| !d.reason.is_empty()).map(|d| office(&d.reason)));
        if *said == Verdict::Refused && e.fate == Fate::NotPrioritised {
            let line = e.lines[self.ending.place(self.party)].as_ref();
            let unwanted = line.filter(|l| l.standing == Standing::NotPrioritised && !l.reason.is_empty());
            all.extend(unwanted.map(|l| office(&l.reason)));
        }
        all
    }

    fn conditions(&self, e: &Ended, said: &Verdict, words: &Words<'_>) -> Vec<Text> {
        let (Verdict::Granted { .. }, Some(project)) = (said, self.ending.project(&e.app.id)) else { return Vec::new() };
        let award = project.grant.side(self.party).ok().and_then(|s| s.award.as_ref());
        let own = words.party(self.party);
        let mut all: Vec<Text> = vec![words.say("grant-letter-condition-own", &[("party", &own)]).into()];
        for share in award.map(|a| a.shares.as_slice()).unwrap_or_default() {
            let name = project.grant.participants.iter().find(|p| p.id == share.participant).map_or("", |p| p.name.as_str());
            all.push(words.say("grant-letter-condition-share", &[("name", name), ("money", &words.money(share.amount))]).into());
        }
        let other = words.party(self.ending.call.counterpart(self.party));
        all.push(words.say("grant-letter-condition-release", &[("counterpart", &other)]).into());
        all
    }
}
