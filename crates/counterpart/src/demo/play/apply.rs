//! Step 3: the 78 consortia apply; every funded participant confirms its part.

use super::Play;
use crate::{
    demo::{call, consortia, outcome, setup},
    import::{Consortium, Member},
};
use actions::{
    Viewer,
    application::{self, NewApplication},
};
use anyhow::Result;
use domain::{
    Currency, Lang, Role,
    application::{Answer, Application, BudgetLine, Category, Participant, YearFigures, fingerprint},
    call::{Call, QuestionKind},
    ids::{ApplicationId, ParticipantId},
    organisation::{Kind, Scheme},
    text::hidden_character,
};
use std::path::Path;

/// All projects begin here; the real start stands in the summary.
const START: &str = "2026-10";
/// Hours are made up: what is asked for, at these rates for an hour in minor units (R156).
const HOUR_DKK: i64 = 45_000;
const HOUR_CNY: i64 = 15_000;

/// ISO 3166 leaves ZZ to users; three rows of CORDIS name no country, and none is invented.
const UNKNOWN_COUNTRY: &str = "ZZ";

impl Play {
    pub async fn apply(&self, out: Option<&Path>) -> Result<()> {
        self.at("2026-02-02T09:00")?;
        let all = consortia::many(self.applications)?;
        let call = actions::call::show(&self.desk, &self.sides[0].officer, call::SLUG).await?;
        let bar = self.bar("applications", all.len());
        for (n, consortium) in all.iter().enumerate() {
            let (id, contacts) = self.draft(&call, consortium, n == 0).await?;
            application::submit(&self.desk, &contacts[0], &id, &self.desk.token()).await?;
            let dossier = application::list::dossier(&self.desk, &self.sides[0].officer, &id).await?;
            for frozen in &dossier.submissions {
                self.say(&format!("3  {:14} {:22} receipt {}", frozen.number, consortium.acronym, &frozen.sha256[..16]));
                if let Some(out) = out {
                    outcome::write(out, &format!("receipts/{}.receipt.json", frozen.number), frozen.receipt.as_bytes())?;
                    outcome::write(out, &format!("receipts/{}.dossier.json", frozen.number), &frozen.dossier)?;
                }
            }
            bar.inc(1);
        }
        bar.finish();
        self.at("2026-04-08T09:00")
    }

    /// A whole application, every funded part confirmed, ready to be submitted; with the contacts of its two sides.
    pub async fn draft(&self, call: &Call, c: &Consortium, by_visitor: bool) -> Result<(ApplicationId, [Viewer; 2])> {
        let contacts = [self.contact(c, by_visitor, 0).await?, self.contact(c, false, 1).await?];
        let new = NewApplication { title: c.title.clone(), lang: Lang::En, form_key: self.desk.token(), source: consortia::SOURCE.into() };
        let id = application::start(&self.desk, &contacts[0], &call.slug, new).await?;
        let years = (2026..=2026 + (9 + c.months - 1) / 12).collect::<Vec<i64>>();
        let participants = self.participants(c, &contacts, &years)?;
        application::edit(&self.desk, &contacts[0], &id, "project", 0, |app| {
            fill(app, c, call);
            app.participants = participants;
            Ok(())
        })
        .await?;
        let written = application::open(&self.desk, &contacts[0], &id, "project").await?.loaded.app;
        for part in written.participants.iter().filter(|p| !p.is_associated()) {
            let contact = &contacts[usize::from(part.party.as_ref() == Some(&self.sides[1].party))];
            application::confirm(&self.desk, contact, &id, &part.id, &fingerprint(part)).await?;
        }
        Ok((id, contacts))
    }

    /// The person who speaks for the participants of one side. The visitor's own account writes the first application.
    async fn contact(&self, c: &Consortium, by_visitor: bool, side: usize) -> Result<Viewer> {
        if by_visitor {
            return setup::viewer(&self.desk, "applicant@example.org").await;
        }
        let code = self.sides[side].party.as_str();
        let (name, lang) = if side == 0 {
            (format!("Kontakt {code}, {}", c.acronym), Lang::Da)
        } else {
            (format!("联系人 {code}，{}", c.acronym), Lang::Zh)
        };
        setup::person(&self.desk, &name, &format!("contact-{}-{}@example.org", c.id, code.to_lowercase()), lang, Role::Applicant, None)
            .await
    }

    fn participants(&self, c: &Consortium, contacts: &[Viewer; 2], years: &[i64]) -> Result<Vec<Participant>> {
        // Own participants first, the funded ones before the associated ones.
        let mut members: Vec<&Member> = c.members.iter().collect();
        members.sort_by_key(|m| match m.party.as_str() {
            "RM" => 0,
            "SH" => 1,
            _ => 2,
        });
        (1..).zip(members).map(|(no, m)| self.participant(no, m, contacts, years)).collect()
    }

    fn participant(&self, no: i64, m: &Member, contacts: &[Viewer; 2], years: &[i64]) -> Result<Participant> {
        let side = self.sides.iter().position(|s| s.party.as_str() == m.party);
        let currency = if side == Some(1) { Currency::Cny } else { Currency::Dkk };
        let party = side.map(|i| (self.sides[i].party.clone(), currency));
        let mut p = Participant::new(
            self.desk.mint(ParticipantId::mint),
            no,
            party,
            &clean(&m.name),
            Lang::En,
            if m.country.is_empty() { UNKNOWN_COUNTRY } else { &m.country },
        );
        p.kind = Kind::parse(&m.kind).unwrap_or(Kind::Other);
        (p.scheme, p.city, p.lead) = (Scheme::Other, clean(&m.city), no == 1);
        if let Some(i) = side {
            p.email = contacts[i].account.as_ref().map(|a| a.email.clone()).unwrap_or_default();
            let part = consortia::part(m, currency)?;
            p.money_stated = part.stated;
            if part.stated {
                p.lines = years
                    .iter()
                    .zip(consortia::spread(part.asked, years.len()))
                    .map(|(&year, amount)| BudgetLine { year, category: Category::Staff, amount })
                    .collect();
                let hour = if i == 0 { HOUR_DKK } else { HOUR_CNY };
                let hours = part.asked.minor / hour / years.len() as i64;
                p.years = years
                    .iter()
                    .zip(consortia::spread(part.own, years.len()))
                    .map(|(&year, own)| YearFigures { year, own: Some(own), hours })
                    .collect();
            }
        }
        Ok(p)
    }
}

/// Names as CORDIS has them, without characters that hide or reorder text.
fn clean(name: &str) -> String {
    name.chars().filter(|c| hidden_character(&c.to_string()).is_none()).collect::<String>().trim().to_string()
}

fn fill(app: &mut Application, c: &Consortium, call: &Call) {
    let p = &mut app.project;
    p.acronym = c.acronym.clone();
    p.summary = format!(
        "{} ({}), CORDIS project {}. The real project began in {}; the demonstration moves it to {START}.",
        c.programme, c.scheme, c.id, c.start
    );
    p.theme = consortia::theme(&c.title);
    (p.start_month, p.months) = (START.into(), c.months);
    // Equal benefit is claimed where each side brings about as many organisations.
    let count = |party: &str| c.members.iter().filter(|m| m.party == party).count();
    p.equal_benefit = count("RM") == count("SH");
    app.answers = call
        .questions
        .iter()
        .filter(|q| q.required)
        .map(|q| {
            let body = match q.kind {
                QuestionKind::Choice(_) | QuestionKind::Number => "1".to_string(),
                QuestionKind::Table(_) => String::new(),
                QuestionKind::Text | QuestionKind::File => {
                    format!("{} organisations from Denmark and {} from China work together.", count("RM"), count("SH"))
                }
            };
            Answer { question: q.id.clone(), lang: Lang::En, body }
        })
        .collect();
}
