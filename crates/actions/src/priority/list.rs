//! A party's own list while it is being made: what there is to rank, and saving it.

use super::{
    Case, open_round,
    reached::{Reached, reached},
};
use crate::{Desk, Result, Viewer, assessment::panel};
use domain::{
    Action, Currency, Money, PartyCode, Refusal,
    call::Call,
    ids::ApplicationId,
    priority::{Line, Round, Stage, list},
};
use serde_json::json;
use std::collections::{HashMap, HashSet};
use store::priority::{self as rows, fact::Project, list::Place};

/// A party's own list screen.
pub struct OwnList {
    pub call: Call,
    pub party: PartyCode,
    /// The round that runs; none before ranking has begun.
    pub round: Option<Round>,
    /// Why nothing can be ranked yet.
    pub waits: Option<Refusal>,
    /// By number. After sealing without standings, until both lists lie open: this node can't read them either.
    pub rows: Vec<Row>,
    /// Commitments of both parties in this round: party, 64 hexadecimal digits, time.
    pub sealings: Vec<rows::list::Sealing>,
    /// How far the call has come.
    pub reached: Option<Reached>,
}

pub struct Row {
    pub project: Project,
    /// What the party says of it, where it has said so and it can be read.
    pub line: Option<Line>,
    /// Weighted mean of the party's own panel, thousandths of the highest possible.
    pub score: Option<i64>,
}

impl OwnList {
    pub fn stage(&self) -> Stage {
        self.round.as_ref().map_or(Stage::Ranking, Round::stage)
    }
    pub fn sealed(&self) -> bool {
        self.round.as_ref().is_some_and(|r| r.sealed(&self.party).is_some())
    }
    pub fn can_rank(&self) -> bool {
        self.waits.is_none() && !self.sealed()
    }
    /// The party's currency in this call.
    pub fn currency(&self, party: &PartyCode) -> Currency {
        currency(&self.call, party)
    }
    pub fn asked(&self, project: &Project, party: &PartyCode) -> Money {
        Money::new(project.side(party).asked, self.currency(party))
    }
    /// Lines for the projects with a score, from the panel's own scores.
    pub fn suggestion(&self) -> Vec<Line> {
        let scores: Vec<_> = self.rows.iter().map(|r| (r.project.id.clone(), r.score)).collect();
        list::suggest(&scores)
    }
    /// What still keeps the list from being sealed.
    pub fn flaws(&self) -> Vec<domain::refusal::FieldError> {
        let roster: Vec<(ApplicationId, String)> = self.rows.iter().map(|r| (r.project.id.clone(), r.project.number.clone())).collect();
        let lines: Vec<Line> = self.rows.iter().filter_map(|r| r.line.clone()).collect();
        list::complete(&roster, &lines).err().unwrap_or_default()
    }
}

pub fn currency(call: &Call, party: &PartyCode) -> Currency {
    call.pots.iter().find(|p| p.party == *party).map_or(Currency::Eur, |p| p.amount.currency)
}

/// The screen of the viewer's own party.
pub async fn show(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<OwnList> {
    load(desk, viewer, slug, false).await
}

/// As `show`, with the names of all participants, for the board's spreadsheet.
pub async fn show_with_partners(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<OwnList> {
    load(desk, viewer, slug, true).await
}

async fn load(desk: &Desk, viewer: &Viewer, slug: &str, with_partners: bool) -> Result<OwnList> {
    let mut tx = desk.db.read().await?;
    let case = Case::load(&mut tx, slug).await?;
    let party = case.party_of(viewer)?;
    let permit = case.on_list(viewer, Action::ReadPriorities, &party)?;
    let call = &case.call.id;
    let eligible = rows::eligible(&mut tx, call).await?;
    let waits = domain::priority::round::begin(&case.call.parties, &rows::closed(&mut tx, call).await?, eligible.len()).err();
    let mut projects = rows::fact::projects(&mut tx, call).await?;
    let scores = panel::means(desk, &mut tx, &permit, &case.call, &party).await?;
    if with_partners {
        rows::fact::partners(&mut tx, call, &mut projects).await?;
    }
    let (mut lines, mut sealings, mut roster) = (Vec::new(), Vec::new(), eligible);
    if let Some(round) = case.current() {
        if !round.seals.is_empty() {
            roster = rows::roster(&mut tx, call, round.no).await?;
        }
        sealings = rows::list::sealings(&mut tx, call, round.no).await?;
        lines = if round.stage() == Stage::Revealed {
            super::lines_of(&rows::list::entries(&mut tx, &permit, call, round.no).await?, &party)
        } else {
            rows::list::draft(&mut tx, &permit, Place { call, round: round.no, party: &party }).await?
        };
    }
    let roster: HashSet<ApplicationId> = roster.into_iter().map(|(id, _)| id).collect();
    projects.retain(|p| roster.contains(&p.id));
    let mut lines: HashMap<ApplicationId, Line> = lines.into_iter().map(|l| (l.application.clone(), l)).collect();
    let row = |project: Project| Row { line: lines.remove(&project.id), score: scores.get(&project.id).copied(), project };
    let rows = projects.into_iter().map(row).collect();
    let reached = reached(&mut tx, viewer, &case.call).await?;
    Ok(OwnList { party, round: case.current().cloned(), waits, rows, sealings, reached, call: case.call })
}

/// Saves the party's draft as a whole. Projects without a line are undecided. Begins the round where none runs.
pub async fn save(desk: &Desk, viewer: &Viewer, slug: &str, lines: Vec<Line>) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let mut case = Case::load(&mut tx, slug).await?;
    let party = case.party_of(viewer)?;
    let permit = case.on_list(viewer, Action::RankPriorities, &party)?;
    let round = open_round(desk, &mut tx, &permit, &mut case).await?;
    domain::priority::round::rank(&round, &party)?;
    let roster = rows::roster(&mut tx, &case.call.id, round.no).await?;
    // A project withdrawn since the page was opened is no longer there to be ranked.
    let lines: Vec<Line> = lines.into_iter().filter(|l| roster.iter().any(|(id, _)| *id == l.application)).collect();
    rows::list::save_draft(&mut tx, &permit, Place { call: &case.call.id, round: round.no, party: &party }, &lines).await?;
    desk.record(&mut tx, &permit, "call", case.call.id.as_str(), json!({ "round": round.no, "draft": true })).await?;
    tx.commit().await?;
    Ok(())
}
