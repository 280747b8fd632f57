//! The decision paper of one party for its recommending body, in any of the three languages (R140, R145-R146).

use super::fate::{Ended, Ending};
use crate::{Desk, Error, Result, Viewer, words::Words};
use domain::{
    Action, Lang, Money, PartyCode, Refusal, decide,
    grant::{Fate, Grant},
    priority::{Answer, Line, Standing, match_index},
    programme::{Body, BodyKind, Programme},
    refusal::Value,
    time::Day,
};
use papers::{
    decision::{self, Cofinancing, Decision, LeftOut, Listed, Meeting, Participant, Pot, Recommended, Whose},
    document::{Date, Document, Text},
};
use store::Tx;

/// Which paper.
#[derive(Clone, Debug)]
pub struct PaperOrder {
    pub party: PartyCode,
    pub lang: Lang,
    /// The meeting it is for; today where not said.
    pub day: Option<Day>,
    /// Where the body meets; may be empty.
    pub place: String,
}

/// The paper as a document, ready for `papers::pdf` and `papers::html`.
pub async fn decision_paper(desk: &Desk, viewer: &Viewer, slug: &str, order: &PaperOrder) -> Result<Document> {
    let mut tx = desk.db.read().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::ReadGrants, &call.shared())?;
    if !call.has_party(&order.party) {
        return Err(Error::NotFound);
    }
    let now = desk.now();
    let ending = Ending::load(&mut tx, &permit, call, now).await?;
    let ending = ending.ok_or_else(|| Refusal::new("grant-letters-undecided", vec![]))?;
    let today = ending.party(&order.party)?.zone.wall(now).day;
    let bodies = bodies(&mut tx, &order.party, order.day.unwrap_or(today)).await?;
    let programme = store::programme::get(&mut tx, &ending.call.programme).await?;
    let assessed = store::grant::assessed(&mut tx, &ending.call.id).await?;
    let writer = Writer { words: Words { lang: order.lang, parties: &ending.parties }, ending: &ending, order, today };
    Ok(decision::document(&writer.paper(&programme, &bodies, assessed)?))
}

/// The party's recommending and granting body on that day.
async fn bodies(tx: &mut Tx, party: &PartyCode, day: Day) -> Result<[Body; 2]> {
    let all = store::programme::bodies(tx).await?;
    let find = |kind| all.iter().find(|b| &b.party == party && b.kind == kind && b.sits_on(day)).cloned();
    match (find(BodyKind::Recommending), find(BodyKind::Granting)) {
        (Some(recommending), Some(granting)) => Ok([recommending, granting]),
        _ => {
            let args = vec![("party", Value::Party(party.clone())), ("day", Value::Day(day))];
            Err(Refusal::new("grant-no-body", args).into())
        }
    }
}

struct Writer<'a> {
    words: Words<'a>,
    ending: &'a Ending,
    order: &'a PaperOrder,
    today: Day,
}

impl Writer<'_> {
    fn paper(&self, programme: &Programme, bodies: &[Body; 2], assessed: i64) -> Result<Decision> {
        let (ending, words) = (self.ending, &self.words);
        let own = &self.order.party;
        let sides = [self.side(own)?, self.side(ending.call.counterpart(own))?];
        let recommended = self.recommended()?;
        let of = |fates: fn(&Fate) -> bool| ending.all.iter().filter(move |e| fates(&e.fate));
        let reserve = of(|f| matches!(f, Fate::Reserve { .. })).map(|e| self.left_out(e)).collect();
        let left_out = of(|f| !matches!(f, Fate::Reserve { .. } | Fate::Funded)).map(|e| self.left_out(e)).collect();
        let agreed = match &ending.version.answer {
            Answer::Accepted { at, .. } => ending.party(own)?.zone.wall(*at).day,
            Answer::Pending | Answer::Declined { .. } => self.today,
        };
        let version = ending.version.no.to_string();
        let result = words.say("grant-paper-appendix-result", &[("version", &version), ("sha256", &ending.version.sha256)]);
        Ok(Decision {
            lang: self.order.lang,
            issuer: words.say("grant-letter-issuer", &[("party", &words.party(own))]),
            body: bodies[0].name.get(self.order.lang).into(),
            granting_body: bodies[1].name.get(self.order.lang).into(),
            meeting: Meeting { date: date(self.order.day.unwrap_or(self.today)), place: self.order.place.clone(), item: None },
            date: date(self.today),
            case_number: format!("{own} {}", ending.call.slug),
            programme: self.text3(&programme.title),
            call: self.text3(&ending.call.title),
            background: self.background(&recommended, assessed),
            sides,
            received: ending.all.len() as i64,
            version: ending.version.no.into(),
            agreed: date(agreed),
            pots: self.pots(&recommended),
            recommended,
            reserve,
            left_out,
            lists: self.lists(),
            legal_basis: words.say("grant-paper-legal", &[]).into(),
            remark: ending.call.made_up.then(|| words.say("grant-paper-made-up", &[]).into()),
            appendices: vec![result.into()],
        })
    }

    fn side(&self, code: &PartyCode) -> Result<decision::Side> {
        let party = self.ending.party(code)?;
        Ok(decision::Side { code: code.to_string(), name: self.words.party(code), currency: party.currency.code().into() })
    }

    /// What both sides fund, in the order of the joint list.
    fn recommended(&self) -> Result<Vec<Recommended>> {
        let mut out = Vec::new();
        for project in self.ending.projects.iter().filter(|p| p.grant.open().is_ok() && !p.grant.sides.iter().any(|s| s.refused())) {
            let grant = &project.grant;
            let (own, other) = (grant.side(&self.order.party)?, grant.counterpart(&self.order.party)?);
            let cofinancing = other.statement().map_or(Cofinancing::Missing, |s| Cofinancing::Stated(date(s.day)));
            let names = grant.participants.iter().zip(project.names.iter().zip(&project.hours));
            let participants = names.filter_map(|(p, (lang, hours))| {
                let party = p.party.as_ref().filter(|_| p.eligible)?;
                let side = if party == &self.order.party { Whose::Own } else { Whose::Counterpart };
                let amount = self.share(grant, party, p);
                (amount.minor > 0).then(|| Participant { name: self.foreign(*lang, &p.name), side, amount: amount.minor, hours: *hours })
            });
            let participants = participants.collect();
            out.push(Recommended {
                number: grant.number.clone(),
                title: self.foreign(project.lang, &project.title),
                lead: self.foreign(project.lead.1, &project.lead.0),
                amounts: [own, other].map(|s| s.award.as_ref().map_or(s.requested.minor, |a| a.amount.minor)),
                hours: [own.hours, other.hours],
                cofinancing,
                participants,
            });
        }
        Ok(out)
    }

    /// What the participant was awarded, or asks for while nothing is awarded.
    fn share(&self, grant: &Grant, party: &PartyCode, payee: &domain::grant::Payee) -> Money {
        let asked = payee.requested.unwrap_or(Money::zero(domain::Currency::Eur));
        let award = grant.side(party).ok().and_then(|s| s.award.as_ref());
        award.map_or(asked, |a| a.shares.iter().find(|s| s.participant == payee.id).map_or(Money::zero(asked.currency), |s| s.amount))
    }

    /// The process in numbers, and how well the hours match (R156).
    fn background(&self, recommended: &[Recommended], assessed: i64) -> Vec<Text> {
        let handled = self.ending.all.iter().filter(|e| e.handlings.len() == 2 && !matches!(e.fate, Fate::Ineligible { .. })).count();
        let ranked = |l: &Option<Line>| l.as_ref().is_some_and(|l| l.standing.rank().is_some());
        let both = self.ending.all.iter().filter(|e| e.lines.iter().all(ranked)).count();
        let count = |n: i64| i18n::format::number(self.order.lang, n);
        let args = [
            ("received", count(self.ending.all.len() as i64)),
            ("handled", count(handled as i64)),
            ("assessed", count(assessed)),
            ("both", count(both as i64)),
            ("funded", count(recommended.len() as i64)),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let mut out: Vec<Text> = vec![self.words.say("grant-paper-background", &args).into()];
        let hours = recommended.iter().fold([0, 0], |[a, b], r| [a + r.hours[0], b + r.hours[1]]);
        if let Some(index) = match_index(hours) {
            out.push(self.words.say("grant-paper-match", &[("index", &index.to_string())]).into());
        }
        out
    }

    fn pots(&self, recommended: &[Recommended]) -> Vec<Pot> {
        let own = &self.order.party;
        let pots = [(own, 0), (self.ending.call.counterpart(own), 1)].into_iter().filter_map(|(party, at)| {
            let total = self.ending.call.pot_total(party)?;
            let used = recommended.iter().map(|r| r.amounts[at]).sum();
            Some(Pot { label: self.words.party(party), currency: total.currency.code().into(), available: total.minor, used })
        });
        pots.collect()
    }

    fn left_out(&self, e: &Ended) -> LeftOut {
        LeftOut { number: self.number(e), title: self.foreign(e.app.project.lang, &e.app.project.title), reason: self.reason(e).into() }
    }

    fn number(&self, e: &Ended) -> String {
        e.app.number.clone().unwrap_or_default()
    }

    /// One short paragraph, with which pot, how much short, and what would bring it in.
    fn reason(&self, e: &Ended) -> String {
        let words = &self.words;
        let own_note = |h: &domain::handling::Handling| {
            // The counterpart's words are its own; its verdict is enough here.
            let reason = if h.party == self.order.party { h.note.as_str() } else { "" };
            let said = words.say("grant-paper-reason-ineligible", &[]);
            let said = if reason.is_empty() { said } else { format!("{said} {reason}") };
            words.say("grant-paper-office-reason", &[("party", &words.party(&h.party)), ("reason", &said)])
        };
        match &e.fate {
            Fate::Ineligible { by } => {
                let all: Vec<String> = e.handlings.iter().filter(|h| by.contains(&h.party)).map(own_note).collect();
                all.join(" ")
            }
            Fate::Fallen { by } => {
                let names: Vec<String> = by.iter().map(|p| words.party(p)).collect();
                words.say("grant-paper-reason-fallen", &[("parties", &i18n::format::list(self.order.lang, &names))])
            }
            fate => match &e.why {
                Some(why) => why.sentences().iter().map(|r| words.refusal(r)).collect::<Vec<_>>().join(" "),
                None => words.say(&format!("grant-paper-reason-{}", fate.code()), &[]),
            },
        }
    }

    /// Both lists side by side: every project that either party ranked.
    fn lists(&self) -> Vec<Listed> {
        let own = self.ending.place(&self.order.party);
        let rank = |l: &Option<Line>| l.as_ref().and_then(|l| l.standing.rank());
        let mut ranked: Vec<&Ended> = self.ending.all.iter().filter(|e| e.lines.iter().any(|l| rank(l).is_some())).collect();
        ranked.sort_by_key(|e| (rank(&e.lines[own]).unwrap_or(u32::MAX), rank(&e.lines[1 - own]).unwrap_or(u32::MAX), self.number(e)));
        let listed = |e: &Ended| Listed {
            number: self.number(e),
            title: self.foreign(e.app.project.lang, &e.app.project.title),
            standings: [own, 1 - own].map(|at| self.standing(&e.lines[at])),
        };
        ranked.into_iter().map(listed).collect()
    }

    fn standing(&self, line: &Option<Line>) -> String {
        match line.as_ref().map(|l| l.standing) {
            Some(Standing::Ranked(rank)) => self.words.say("grant-paper-list-ranked", &[("rank", &rank.to_string())]),
            Some(other) => self.words.say(&format!("grant-paper-list-{}", other.code()), &[]),
            None => String::new(),
        }
    }

    fn text3(&self, t: &domain::Text3) -> Text {
        self.foreign(t.shown_in(self.order.lang), t.get(self.order.lang))
    }

    fn foreign(&self, lang: Lang, words: &str) -> Text {
        if lang == self.order.lang { words.into() } else { Text::foreign(lang.code(), words) }
    }
}

pub(super) fn date(d: Day) -> Date {
    Date { year: d.year.into(), month: d.month.unsigned_abs(), day: d.day.unsigned_abs() }
}
