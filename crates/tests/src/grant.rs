//! Projects on their way from the joint result to the first release, one step of one side at a time.

use crate::{Prioritised, World, priority::party};
use actions::{
    Viewer,
    grant::{self, NewDecision, NewEvidence, NewMeeting, NewRecommendation, NewStatement, Upload},
};
use domain::{
    Money, PartyCode,
    grant::{Share, Side},
    ids::{ApplicationId, BodyId, InstalmentId},
    programme::BodyKind,
    time::Day,
};

/// The office of one party, as it works on grants.
pub struct Office {
    pub party: PartyCode,
    pub officer: Viewer,
    pub recommending: BodyId,
    pub granting: BodyId,
}

impl World {
    /// Both offices of a call with a result in force.
    pub async fn offices(&self, p: &Prioritised) -> [Office; 2] {
        [self.office("RM", &p.officers[0]).await, self.office("SH", &p.officers[1]).await]
    }

    async fn office(&self, code: &str, officer: &Viewer) -> Office {
        let all = store::programme::bodies(&mut self.desk.db.read().await.unwrap()).await.unwrap();
        let body = |kind| all.iter().find(|b| b.party == party(code) && b.kind == kind).unwrap().id.clone();
        let (recommending, granting) = (body(BodyKind::Recommending), body(BodyKind::Granting));
        Office { party: party(code), officer: officer.clone(), recommending, granting }
    }

    /// The world's present as a day in Denmark.
    pub fn today(&self) -> Day {
        domain::time::Zone::parse("Europe/Copenhagen").unwrap().wall(self.now()).day
    }

    pub fn meeting(&self, body: &BodyId) -> NewMeeting {
        NewMeeting { body: body.clone(), name: "3/2026".into(), day: self.today() }
    }

    /// One side of a grant as it stands.
    pub async fn side(&self, office: &Office, id: &ApplicationId) -> Side {
        let shown = grant::show(&self.desk, &office.officer, id).await.unwrap();
        shown.project.grant.side(&office.party).unwrap().clone()
    }

    /// States that the side finances what its participants ask for.
    pub async fn states(&self, office: &Office, id: &ApplicationId) {
        let amount = self.side(office, id).await.requested;
        let document = Some(Upload { name: "statement.pdf".into(), bytes: b"%PDF-1.7 statement".to_vec() });
        let new = NewStatement { amount, reference: format!("{}-1-30", office.party), day: self.today(), document };
        grant::state_cofinancing(&self.desk, &office.officer, id, &office.party, &new, "").await.unwrap();
    }

    pub async fn recommends(&self, office: &Office, id: &ApplicationId) -> actions::Result<()> {
        let new = NewRecommendation { meeting: self.meeting(&office.recommending), recommended: true, text: String::new() };
        grant::recommend(&self.desk, &office.officer, id, &office.party, &new, "").await
    }

    /// `granted`: none for a refusal.
    pub async fn decides(&self, office: &Office, id: &ApplicationId, granted: Option<Money>) -> actions::Result<()> {
        let new = NewDecision { meeting: self.meeting(&office.granting), granted, reason: "Minutes".into() };
        grant::decide_grant(&self.desk, &office.officer, id, &office.party, &new, "").await
    }

    /// Awards what was granted, to the side's own participants as they asked.
    pub async fn awards(&self, office: &Office, id: &ApplicationId) -> actions::Result<()> {
        let shown = grant::show(&self.desk, &office.officer, id).await.unwrap();
        let own = shown.project.grant.participants.iter().filter(|p| p.party.as_ref() == Some(&office.party));
        let shares: Vec<Share> = own.map(|p| Share { participant: p.id.clone(), amount: p.requested.unwrap() }).collect();
        let amount = self.side(office, id).await.requested;
        grant::award(&self.desk, &office.officer, id, &office.party, amount, &shares, "").await.map(drop)
    }

    /// Two instalments, today, the second of 1.00.
    pub async fn plans(&self, office: &Office, id: &ApplicationId) -> Vec<InstalmentId> {
        let award = self.side(office, id).await.awarded();
        let last = Money::new(100, award.currency);
        let wanted = [(award.minus(last).unwrap(), self.today()), (last, self.today())];
        grant::plan(&self.desk, &office.officer, id, &office.party, &wanted, "").await.unwrap()
    }

    pub async fn presents(&self, office: &Office, id: &ApplicationId) {
        let meeting = self.meeting(&office.recommending);
        grant::present(&self.desk, &office.officer, id, &office.party, &meeting, "").await.unwrap();
    }

    pub async fn shows_activity(&self, office: &Office, id: &ApplicationId) {
        let document = Some(Upload { name: "minutes.pdf".into(), bytes: b"%PDF-1.7 kick-off".to_vec() });
        let new = NewEvidence { day: self.today(), what: format!("Kick-off in {}", office.party), document };
        grant::add_evidence(&self.desk, &office.officer, id, &office.party, &new, "").await.unwrap();
    }

    /// Both sides up to their awards.
    pub async fn awarded(&self, offices: &[Office; 2], id: &ApplicationId) {
        for office in offices {
            self.states(office, id).await;
        }
        for office in offices {
            self.recommends(office, id).await.unwrap();
            let requested = self.side(office, id).await.requested;
            self.decides(office, id, Some(requested)).await.unwrap();
            self.awards(office, id).await.unwrap();
        }
    }

    /// Both sides up to everything that the first release needs; answers the first instalment of each.
    pub async fn releasable(&self, offices: &[Office; 2], id: &ApplicationId) -> [InstalmentId; 2] {
        self.awarded(offices, id).await;
        let mut first = Vec::new();
        for office in offices {
            first.push(self.plans(office, id).await.remove(0));
            self.presents(office, id).await;
            self.shows_activity(office, id).await;
        }
        let second = first.pop().unwrap();
        [first.pop().unwrap(), second]
    }
}
