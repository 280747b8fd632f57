//! Applications that are written, confirmed and submitted through the same actions as in a browser.

use crate::World;
use actions::{
    Viewer,
    application::{self, NewApplication},
};
use domain::{
    Currency, Lang, Money, PartyCode,
    application::{Answer, Application, BudgetLine, Category, Participant, YearFigures, fingerprint},
    call::{Call, QuestionKind},
    ids::{ApplicationId, ParticipantId},
    organisation::{Kind, Scheme},
};

/// One participant of a made application. Money in whole units of its side's currency per year from the project's first year.
#[derive(Clone, Debug)]
pub struct PartSpec {
    /// None: associated, of a third country.
    pub party: Option<&'static str>,
    pub name: String,
    pub kind: Kind,
    /// Asked for, one amount a year; empty where no money is stated.
    pub money: Vec<i64>,
    /// Hours in each of those years.
    pub hours: i64,
}

/// What `World::submitted` makes.
#[derive(Clone, Debug)]
pub struct Spec {
    pub title: String,
    pub lang: Lang,
    pub start_month: String,
    pub months: i64,
    /// The first leads.
    pub parts: Vec<PartSpec>,
    /// Whether every participant confirms before the submission.
    pub confirmed: bool,
}

impl PartSpec {
    pub fn new(party: Option<&'static str>, name: &str, money: Vec<i64>) -> PartSpec {
        PartSpec { party, name: name.into(), kind: Kind::University, money, hours: 400 }
    }
}

impl Spec {
    /// A project of 24 months from 2026-09 with one participant a side: `rm` DKK and `sh` CNY a year in whole units.
    pub fn new(title: &str, rm: i64, sh: i64) -> Spec {
        Spec {
            title: title.into(),
            lang: Lang::En,
            start_month: "2026-09".into(),
            months: 24,
            parts: vec![
                PartSpec::new(Some("RM"), "Aarhus Universitet", vec![rm; 3]),
                PartSpec::new(Some("SH"), "上海交通大学", vec![sh; 3]),
            ],
            confirmed: true,
        }
    }
}

impl World {
    /// A submitted application under an open call, written by an applicant of its own.
    pub async fn submitted(&self, call: &Call, spec: Spec) -> Application {
        let (applicant, id) = self.drafted(call, &spec).await;
        application::submit(&self.desk, &applicant, &id, &self.desk.token()).await.unwrap();
        self.application(&id).await
    }

    /// As `submitted`, `n` of them with different titles and money.
    pub async fn submitted_many(&self, call: &Call, n: i64) -> Vec<Application> {
        let mut all = Vec::new();
        for i in 1..=n {
            all.push(self.submitted(call, Spec::new(&format!("Project {i}"), 100_000 + i * 10_000, 80_000 + i * 5_000)).await);
        }
        all
    }

    /// A complete draft, confirmed where the spec says so, and its writer, who is also the contact of every participant.
    pub async fn drafted(&self, call: &Call, spec: &Spec) -> (Viewer, ApplicationId) {
        let applicant = self.applicant().await;
        let id = self.started(call, &applicant, &spec.title).await;
        let email = applicant.account.as_ref().unwrap().email.clone();
        let parts: Vec<Participant> = (1..).zip(&spec.parts).map(|(no, p)| self.part(no, p, spec, &email)).collect();
        application::edit(&self.desk, &applicant, &id, "project", 0, |app| {
            let p = &mut app.project;
            (p.lang, p.summary, p.start_month, p.months) =
                (spec.lang, "What we do together.".into(), spec.start_month.clone(), spec.months);
            app.participants = parts;
            app.answers = answers(call);
            Ok(())
        })
        .await
        .unwrap();
        if spec.confirmed {
            self.confirm_all(&applicant, &id).await;
        }
        (applicant, id)
    }

    pub async fn started(&self, call: &Call, applicant: &Viewer, title: &str) -> ApplicationId {
        let new = NewApplication { title: title.into(), lang: Lang::En, form_key: self.desk.token(), source: String::new() };
        application::start(&self.desk, applicant, &call.slug, new).await.unwrap()
    }

    /// Confirms every part that `viewer` is the contact of.
    pub async fn confirm_all(&self, viewer: &Viewer, id: &ApplicationId) {
        for p in self.application(id).await.participants {
            if !p.is_associated() && !p.is_confirmed() {
                application::confirm(&self.desk, viewer, id, &p.id, &fingerprint(&p)).await.unwrap();
            }
        }
    }

    /// The application as it stands in the database.
    pub async fn application(&self, id: &ApplicationId) -> Application {
        store::application::find(&mut self.desk.db.read().await.unwrap(), id).await.unwrap().unwrap()
    }

    fn part(&self, no: i64, spec: &PartSpec, of: &Spec, email: &str) -> Participant {
        let side = spec.party.map(|p| (PartyCode::parse(p).unwrap(), if p == "RM" { Currency::Dkk } else { Currency::Cny }));
        let country = match spec.party {
            Some("RM") => "DK",
            Some(_) => "CN",
            None => "DE",
        };
        let first: i64 = of.start_month[..4].parse().unwrap();
        let mut p = Participant::new(self.desk.mint(ParticipantId::mint), no, side.clone(), &spec.name, of.lang, country);
        (p.kind, p.scheme, p.lead, p.email) = (spec.kind, Scheme::Other, no == 1, email.into());
        p.money_stated = !spec.money.is_empty();
        if let Some((_, currency)) = side {
            p.lines = (first..)
                .zip(&spec.money)
                .map(|(year, units)| BudgetLine { year, category: Category::Staff, amount: Money::new(units * 100, currency) })
                .collect();
        }
        p.years = (first..).zip(&spec.money).map(|(year, _)| YearFigures { year, own: None, hours: spec.hours }).collect();
        p
    }
}

/// An answer to every required question of the call.
fn answers(call: &Call) -> Vec<Answer> {
    let required = call.questions.iter().filter(|q| q.required);
    required
        .map(|q| {
            let body = match q.kind {
                QuestionKind::Choice(_) | QuestionKind::Number => "1",
                QuestionKind::Table(_) => "A\t1",
                QuestionKind::Text | QuestionKind::File => "Both sides gain.",
            };
            Answer { question: q.id.clone(), lang: Lang::En, body: body.into() }
        })
        .collect()
}
