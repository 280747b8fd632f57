//! Worlds after the call has closed: handled by both offices, and assessed by an expert group on each side.

use crate::World;
use actions::{
    Viewer, application,
    assessment::{assign, group, group::NewExpert, panel, review},
    handling::{self, Statement},
};
use domain::{
    Lang, PartyCode, Role,
    application::Application,
    assessment::{Draft, Mark},
    call::Call,
    handling::Verdict,
    ids::{ApplicationId, ExpertId},
    programme::BodyKind,
    time::Day,
};

/// One side's people in an assessed world.
pub struct Side {
    pub party: PartyCode,
    pub officer: Viewer,
    /// Each with the entry in the register.
    pub experts: Vec<(Viewer, ExpertId)>,
}

/// A call under assessment or after it.
pub struct Assessed {
    pub call: Call,
    /// The submitted applications by number.
    pub applications: Vec<Application>,
    /// In the order of the call's parties.
    pub sides: [Side; 2],
}

/// Somebody for the register, with no words in common with the applicants of `Spec::new`.
pub fn new_expert(name: &str, organisation: &str, email: &str) -> NewExpert {
    NewExpert {
        name: name.into(),
        aliases: vec![],
        organisation: organisation.into(),
        organisation_aliases: vec![],
        disciplines: vec!["health".into()],
        min_load: 0,
        max_load: 50,
        email: email.into(),
        made_up: true,
    }
}

/// The same score on every criterion, with its reasons.
pub fn scored(call: &Call, value: i64, words: &str) -> Draft {
    let marks = call.criteria.iter().map(|c| Mark { criterion: c.id.clone(), value: Some(value), reason: format!("{words} {}", c.no) });
    Draft { marks: marks.collect(), overall: format!("{words} overall"), lang: Lang::En }
}

impl World {
    /// Past every window of the call.
    pub fn close_call(&self, call: &Call) {
        self.set_clock(call.window.ends().plus_seconds(3600));
    }

    /// The officer's office says the same of an application and all its own participants.
    pub async fn say(&self, officer: &Viewer, app: &Application, verdict: Verdict, note: &str) {
        let own = app.of(officer.party().unwrap()).map(|p| (p.id.clone(), Verdict::Eligible, String::new())).collect();
        let said = Statement { participants: own, whole: verdict, note: note.into() };
        handling::record(&self.desk, officer, &app.id, &said).await.unwrap();
    }

    /// Closes the call and lets both offices find every submitted application eligible.
    pub async fn handled(&self, call: &Call) -> ([Viewer; 2], Vec<Application>) {
        self.close_call(call);
        let officers = [self.officer("RM").await, self.officer("SH").await];
        let apps = self.entered(&officers[0], call).await;
        for officer in &officers {
            for app in &apps {
                self.say(officer, app, Verdict::Eligible, "").await;
            }
        }
        (officers, apps)
    }

    /// Every submitted application, by number.
    pub async fn entered(&self, officer: &Viewer, call: &Call) -> Vec<Application> {
        let (_, all) = application::list::whole(&self.desk, officer, &call.slug).await.unwrap();
        all.into_iter().map(|(app, _)| app).filter(Application::is_submitted).collect()
    }

    /// A group of `n` experts appointed for one side, two for each application.
    pub async fn expert_group(&self, call: &Call, officer: Viewer, n: usize) -> Side {
        let party = officer.party().unwrap().clone();
        let bodies = store::programme::bodies(&mut self.desk.db.read().await.unwrap()).await.unwrap();
        let body = bodies.iter().find(|b| b.party == party && b.kind == BodyKind::Recommending).unwrap();
        let on = Day::parse("2026-01-20").unwrap();
        group::appoint(&self.desk, &officer, &call.slug, &body.id, on, 2).await.unwrap();
        let mut experts = Vec::new();
        for no in 1..=n {
            let viewer = self.person(Role::Expert, Some(party.as_str()), Lang::En).await;
            let email = viewer.account.as_ref().unwrap().email.clone();
            let new = new_expert(&format!("Expert {party} {no}"), &format!("Institute {no} of {party}"), &email);
            let id = group::save(&self.desk, &officer, &call.slug, None, new).await.unwrap();
            experts.push((viewer, id));
        }
        let ids: Vec<ExpertId> = experts.iter().map(|(_, id)| id.clone()).collect();
        group::set_members(&self.desk, &officer, &call.slug, &ids).await.unwrap();
        Side { party, officer, experts }
    }

    /// Handled by both offices, with three experts a side and two of them on each application; nothing is scored yet.
    pub async fn assigned(&self, call: &Call) -> Assessed {
        let ([rm, sh], applications) = self.handled(call).await;
        let sides = [self.expert_group(call, rm, 3).await, self.expert_group(call, sh, 3).await];
        for side in &sides {
            assign::plan(&self.desk, &side.officer, &call.slug, None).await.unwrap();
        }
        Assessed { call: call.clone(), applications, sides }
    }

    /// Every expert of a side finishes everything given to them; the first application gets the best scores.
    pub async fn score(&self, a: &Assessed, side: &Side, words: &str) {
        for (viewer, _) in &side.experts {
            for task in review::mine(&self.desk, viewer).await.unwrap().tasks {
                let place = a.applications.iter().position(|x| x.id == task.application).unwrap();
                let draft = scored(&a.call, 5 - (place as i64).min(4), words);
                review::close(&self.desk, viewer, &task.application, 0, draft).await.unwrap();
            }
        }
    }

    /// Summaries for the rest, then the side closes.
    pub async fn close_side(&self, a: &Assessed, side: &Side) {
        panel::summarise_rest(&self.desk, &side.officer, &a.call.slug).await.unwrap();
        panel::close(&self.desk, &side.officer, &a.call.slug).await.unwrap();
    }

    /// A call with submitted applications taken through handling and assessment on both sides; both have closed.
    pub async fn assessed(&self, call: &Call) -> Assessed {
        let assessed = self.assigned(call).await;
        for side in &assessed.sides {
            self.score(&assessed, side, "Sound").await;
            self.close_side(&assessed, side).await;
        }
        assessed
    }
}

impl Assessed {
    /// The experts of a side who have an application.
    pub async fn on(&self, w: &World, side: &Side, app: &ApplicationId) -> Vec<Viewer> {
        let mut all = Vec::new();
        for (viewer, _) in &side.experts {
            if review::mine(&w.desk, viewer).await.unwrap().tasks.iter().any(|t| &t.application == app) {
                all.push(viewer.clone());
            }
        }
        all
    }
}
