//! What the board and the meeting need to know of every project: title, partners, money, hours and scores per side.

use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{
    Lang, PartyCode,
    ids::{ApplicationId, CallId},
};
use std::collections::HashMap;

sql! {
    // A project that a granting body refused has fallen away like a withdrawn one: the result is run again without it (joint-calls.md 6.6).
    PROJECTS = "select a.id, a.number, a.title, a.lang, a.acronym, a.state, a.equal_benefit,
                (select count(*) from decision d where d.application = a.id and d.outcome = 'refused') as refusals
                from application a where a.call = $1 and a.state <> 'draft' order by a.number, a.id";
    // An ineligible participant gets nothing and one that was left out is not there, so neither's budget asks for anything.
    ASKED = "select p.application, p.party, cast(sum(b.minor) as bigint) as amount from participant p
             join application a on a.id = p.application join call c on c.id = a.call join budget_line b on b.participant = p.id left join eligibility e on e.participant = p.id
             where a.call = $1 and p.party is not null and (e.verdict is null or e.verdict = 'eligible')
             and (c.confirmation_rule <> 'drop' or exists (select 1 from confirmation k where k.participant = p.id and k.voided is null)) group by p.application, p.party";
    HOURS = "select p.application, p.party, cast(sum(y.hours) as bigint) as amount from participant p
             join application a on a.id = p.application join call c on c.id = a.call join participant_year y on y.participant = p.id left join eligibility e on e.participant = p.id
             where a.call = $1 and p.party is not null and (e.verdict is null or e.verdict = 'eligible')
             and (c.confirmation_rule <> 'drop' or exists (select 1 from confirmation k where k.participant = p.id and k.voided is null)) group by p.application, p.party";
    PARTNERS = "select p.application, p.party, p.name from participant p join application a on a.id = p.application where a.call = $1 order by p.application, p.no";
}

/// One side of a project.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Side {
    /// What its eligible participants ask for, minor units of the party's currency.
    pub asked: i64,
    pub hours: i64,
    /// Names, in the order of the consortium; filled by `partners`.
    pub partners: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    pub id: ApplicationId,
    pub number: String,
    pub title: String,
    pub lang: Lang,
    pub acronym: String,
    pub withdrawn: bool,
    /// A granting body decided against it after the joint result.
    pub refused: bool,
    pub equal_benefit: bool,
    pub sides: HashMap<PartyCode, Side>,
    /// Associated participants of third countries.
    pub others: Vec<String>,
}

impl Project {
    /// Can't be funded any more, whatever the lists say.
    pub fn gone(&self) -> bool {
        self.withdrawn || self.refused
    }
    pub fn side(&self, party: &PartyCode) -> Side {
        self.sides.get(party).cloned().unwrap_or_default()
    }
}

/// Every submitted or withdrawn project of a call with money and hours, by number.
pub async fn projects(tx: &mut Tx, call: &CallId) -> Result<Vec<Project>> {
    let of = [call.as_str().into()];
    let mut all = Vec::new();
    for r in tx.all(PROJECTS, &of).await? {
        all.push(Project {
            id: r.parse("id", ApplicationId::parse)?,
            number: r.opt_text("number")?.unwrap_or_default(),
            title: r.text("title")?,
            lang: r.parse("lang", Lang::parse)?,
            acronym: r.text("acronym")?,
            withdrawn: r.text("state")? == "withdrawn",
            refused: r.int("refusals")? > 0,
            equal_benefit: r.flag("equal_benefit")?,
            sides: HashMap::new(),
            others: Vec::new(),
        });
    }
    amounts(tx, ASKED, call, &mut all, |side, amount| side.asked = amount).await?;
    amounts(tx, HOURS, call, &mut all, |side, amount| side.hours = amount).await?;
    Ok(all)
}

/// Adds the names of the participants.
pub async fn partners(tx: &mut Tx, call: &CallId, all: &mut [Project]) -> Result<()> {
    let at: HashMap<ApplicationId, usize> = all.iter().enumerate().map(|(i, p)| (p.id.clone(), i)).collect();
    for r in tx.all(PARTNERS, &[call.as_str().into()]).await? {
        let Some(&i) = at.get(&r.parse("application", ApplicationId::parse)?) else { continue };
        match r.opt_parse("party", PartyCode::parse)? {
            Some(party) => all[i].sides.entry(party).or_default().partners.push(r.text("name")?),
            None => all[i].others.push(r.text("name")?),
        }
    }
    Ok(())
}

async fn amounts(tx: &mut Tx, sql: &'static str, call: &CallId, all: &mut [Project], put: impl Fn(&mut Side, i64)) -> Result<()> {
    let at: HashMap<ApplicationId, usize> = all.iter().enumerate().map(|(i, p)| (p.id.clone(), i)).collect();
    for r in tx.all(sql, &[call.as_str().into()]).await? {
        if let Some(&i) = at.get(&r.parse("application", ApplicationId::parse)?) {
            put(all[i].sides.entry(r.parse("party", PartyCode::parse)?).or_default(), r.int("amount")?);
        }
    }
    Ok(())
}
