//! The rows of a programme: frame, financing, goals, themes, targets, schedule.

use crate::{Tx, Value, row::text3s_json, sql::sql};
use anyhow::Result;
use domain::{
    Money, PartyCode, Text3,
    programme::{Fact, FactKind, FrameLine, Grounds, Programme, Source, Step, Target, Theme},
};

sql! {
    FRAME = "select line, label, year, minor from frame_amount where programme = $1 order by line, year";
    FINANCING = "select source, label, party, year, minor, estimate, note from financing_amount where programme = $1 order by source, year";
    GOALS = "select body from programme_goal where programme = $1 order by no";
    THEMES = "select no, label, grounds from programme_theme where programme = $1 order by no";
    TARGETS = "select year, low, high from programme_target where programme = $1 order by year";
    FACTS = "select kind, label, body from programme_fact where programme = $1 order by no";
    ADD_FACT = "insert into programme_fact (programme, no, kind, label, body) values ($1, $2, $3, $4, $5)";
    STEPS = "select year, quarter, body from programme_step where programme = $1 order by year, quarter";
    ADD_FRAME = "insert into frame_amount (programme, line, label, year, minor) values ($1, $2, $3, $4, $5)";
    ADD_FINANCING = "insert into financing_amount (programme, source, label, party, year, minor, estimate, note) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    ADD_GOAL = "insert into programme_goal (programme, no, body) values ($1, $2, $3)";
    ADD_THEME = "insert into programme_theme (programme, no, label, grounds) values ($1, $2, $3, $4)";
    ADD_TARGET = "insert into programme_target (programme, year, low, high) values ($1, $2, $3, $4)";
    ADD_STEP = "insert into programme_step (programme, year, quarter, body) values ($1, $2, $3, $4)";
}

pub(super) async fn insert(tx: &mut Tx, p: &Programme) -> Result<()> {
    let id = || Value::from(p.id.as_str());
    for (no, line) in (1_i64..).zip(&p.frame) {
        for (year, m) in &line.amounts {
            tx.run(ADD_FRAME, &[id(), no.into(), (&line.label).into(), (*year).into(), m.minor.into()]).await?;
        }
    }
    for (no, s) in (1_i64..).zip(&p.financing) {
        for (year, m) in &s.amounts {
            let party = s.party.as_ref().map(PartyCode::as_str);
            let args =
                [id(), no.into(), (&s.label).into(), party.into(), (*year).into(), m.minor.into(), s.estimate.into(), (&s.note).into()];
            tx.run(ADD_FINANCING, &args).await?;
        }
    }
    for (no, goal) in (1_i64..).zip(&p.goals) {
        tx.run(ADD_GOAL, &[id(), no.into(), goal.into()]).await?;
    }
    for t in &p.themes {
        let g = &t.grounds;
        let grounds = text3s_json(&[g.strategy.clone(), g.mutual_interest.clone(), g.shared_strength.clone()]);
        tx.run(ADD_THEME, &[id(), t.no.into(), (&t.label).into(), grounds.into()]).await?;
    }
    for t in &p.targets {
        tx.run(ADD_TARGET, &[id(), t.year.into(), t.low.into(), t.high.into()]).await?;
    }
    for s in &p.schedule {
        tx.run(ADD_STEP, &[id(), s.year.into(), s.quarter.into(), (&s.what).into()]).await?;
    }
    for (no, f) in (1_i64..).zip(&p.facts) {
        tx.run(ADD_FACT, &[id(), no.into(), f.kind.code().into(), (&f.label).into(), (&f.body).into()]).await?;
    }
    Ok(())
}

pub(super) async fn read_into(tx: &mut Tx, p: &mut Programme) -> Result<()> {
    let key = [Value::from(p.id.as_str())];
    let mut last = 0;
    for r in tx.all(FRAME, &key).await? {
        if r.int("line")? != last {
            last = r.int("line")?;
            p.frame.push(FrameLine { label: r.text3("label")?, amounts: vec![] });
        }
        let amount = (r.int("year")?, Money::new(r.int("minor")?, p.currency));
        p.frame.last_mut().into_iter().for_each(|line| line.amounts.push(amount));
    }
    last = 0;
    for r in tx.all(FINANCING, &key).await? {
        if r.int("source")? != last {
            last = r.int("source")?;
            let party = r.opt_parse("party", PartyCode::parse)?;
            p.financing.push(Source {
                label: r.text3("label")?,
                party,
                estimate: r.flag("estimate")?,
                note: r.text3("note")?,
                amounts: vec![],
            });
        }
        let amount = (r.int("year")?, Money::new(r.int("minor")?, p.currency));
        p.financing.last_mut().into_iter().for_each(|source| source.amounts.push(amount));
    }
    for r in tx.all(GOALS, &key).await? {
        p.goals.push(r.text3("body")?);
    }
    for r in tx.all(THEMES, &key).await? {
        let mut grounds = r.text3s("grounds")?.into_iter();
        let mut next = || grounds.next().unwrap_or_else(Text3::default);
        let grounds = Grounds { strategy: next(), mutual_interest: next(), shared_strength: next() };
        p.themes.push(Theme { no: r.int("no")?, label: r.text3("label")?, grounds });
    }
    for r in tx.all(TARGETS, &key).await? {
        p.targets.push(Target { year: r.int("year")?, low: r.int("low")?, high: r.int("high")? });
    }
    for r in tx.all(STEPS, &key).await? {
        p.schedule.push(Step { year: r.int("year")?, quarter: r.int("quarter")?, what: r.text3("body")? });
    }
    for r in tx.all(FACTS, &key).await? {
        p.facts.push(Fact { kind: r.parse("kind", FactKind::parse)?, label: r.text3("label")?, body: r.text3("body")? });
    }
    Ok(())
}
