//! Worlds further on: everything assessed and ready to be ranked, both lists open, and a joint result in force.

use crate::World;
use actions::{
    Viewer,
    priority::{cut::WhatIf, list, result, reveal, seal},
};
use domain::{
    PartyCode,
    application::Application,
    call::Call,
    ids::ApplicationId,
    priority::{Line, Standing},
};

/// A call with a result in force, and who made it.
pub struct Prioritised {
    pub call: Call,
    /// In the order they were submitted.
    pub applications: Vec<Application>,
    /// One officer per party, in the order of the call's parties.
    pub officers: [Viewer; 2],
    /// What the result funds.
    pub funded: Vec<ApplicationId>,
}

/// A line of a list; whoever is not prioritised gets a reason.
pub fn line(application: &Application, standing: Standing) -> Line {
    let reason = if standing == Standing::NotPrioritised { "outside the theme" } else { "" };
    Line { application: application.id.clone(), standing, reason: reason.into() }
}

/// Ranks the applications from 1 in the order given.
pub fn in_order<'a>(applications: impl IntoIterator<Item = &'a Application>) -> Vec<Line> {
    (1..).zip(applications).map(|(rank, a)| line(a, Standing::Ranked(rank))).collect()
}

impl World {
    /// A published call with `n` submitted applications that both offices found eligible, and both assessments closed.
    pub async fn ready_to_rank(&self, n: i64) -> (Call, Vec<Application>) {
        let call = self.published_call().await;
        self.submitted_many(&call, n).await;
        let applications = self.make_ready(&call).await;
        (call, applications)
    }

    /// Lets both offices find everything submitted eligible and closes both assessments, where that has not happened yet.
    pub async fn make_ready(&self, call: &Call) -> Vec<Application> {
        let permit = domain::decide(&self.officer("RM").await.actor(), domain::Action::ReadDesk, &call.shared()).unwrap();
        let mut tx = self.desk.db.write().await.unwrap();
        let applications = store::application::list(&mut tx, &permit, &call.id).await.unwrap();
        for party in ["RM", "SH"] {
            for a in &applications {
                let sql = "insert into handling (application, party, verdict, note, by, at) values ($1, $2, 'eligible', '', '', $3) on conflict do nothing";
                tx.run(sql, &[a.id.as_str().into(), party.into(), self.now().into()]).await.unwrap();
            }
            let sql = "insert into assessment_closing (call, party, by, at) values ($1, $2, '', $3) on conflict do nothing";
            tx.run(sql, &[call.id.as_str().into(), party.into(), self.now().into()]).await.unwrap();
        }
        tx.commit().await.unwrap();
        applications
    }

    pub async fn officers(&self) -> [Viewer; 2] {
        [self.officer("RM").await, self.officer("SH").await]
    }

    /// Saves and seals a party's list; answers its slip.
    pub async fn sealed(&self, call: &Call, officer: &Viewer, lines: Vec<Line>) -> String {
        list::save(&self.desk, officer, &call.slug, lines).await.unwrap();
        let slip = seal::fresh_slip(&self.desk);
        seal::seal(&self.desk, officer, &call.slug, &slip).await.unwrap();
        slip
    }

    /// Seals both lists and opens them.
    pub async fn opened(&self, call: &Call, officers: &[Viewer; 2], lists: [Vec<Line>; 2]) {
        let [first, second] = lists;
        let slips = [self.sealed(call, &officers[0], first).await, self.sealed(call, &officers[1], second).await];
        for (officer, slip) in officers.iter().zip(&slips) {
            reveal::reveal(&self.desk, officer, &call.slug, slip).await.unwrap();
        }
    }

    /// Both parties rank everything in the order of submission, except the last, which the second party does not want; the cut skips what
    /// does not fit; the first proposes and the second accepts. Where nothing is submitted yet, five applications are.
    pub async fn prioritised(&self, call: &Call) -> Prioritised {
        let mut applications = self.make_ready(call).await;
        if applications.is_empty() {
            self.submitted_many(call, 5).await;
            applications = self.make_ready(call).await;
        }
        let call = call.clone();
        let officers = self.officers().await;
        let mut second = in_order(&applications);
        if let (Some(last), Some(unwanted)) = (second.last_mut(), applications.last()) {
            *last = line(unwanted, Standing::NotPrioritised);
        }
        self.opened(&call, &officers, [in_order(&applications), second]).await;
        let what = WhatIf { policy: "skip-and-continue".into(), ..WhatIf::default() };
        let id = result::propose(&self.desk, &officers[0], &call.slug, &what, "").await.unwrap();
        result::answer(&self.desk, &officers[1], &call.slug, &id, true, "").await.unwrap();
        let agreed = result::agreed(&self.desk, &officers[0], &call.slug).await.unwrap().unwrap();
        let funded = agreed.entries.into_iter().filter(|(_, o)| o.code() == "funded").map(|(id, _)| id).collect();
        Prioritised { call, applications, officers, funded }
    }
}

/// A party by its code.
pub fn party(code: &str) -> PartyCode {
    PartyCode::parse(code).unwrap()
}
