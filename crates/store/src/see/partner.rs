//! The lines of partnerships and offices.

use super::line::years;
use crate::{Tx, office, partnership, sql::sql};
use anyhow::Result;
use domain::{
    Text3,
    edtf::Edtf,
    office::PartyRole,
    partnership::{Kind as Bond, Side},
    see::{Edge, Kind},
};
use std::collections::BTreeMap;

sql! {
    // Every source that says something of a partnership, and of an office.
    SOURCES = "select x.subject, s.slug from (
                 select id as subject, source from partnership union select partnership, source from partnership_theme union select partnership, source from partnership_level
                 union select id, source from office
                 union select f.subject, f.source from fact f where f.subject_kind in ('partnership', 'office')
                 union select f.subject, t.source from fact f join fact_support t on t.fact = f.id where f.subject_kind in ('partnership', 'office')
               ) x join source s on s.id = x.source order by x.subject, s.slug";
}

async fn sources(tx: &mut Tx) -> Result<BTreeMap<String, Vec<String>>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in &tx.all(SOURCES, &[]).await? {
        all.entry(row.text("subject")?).or_default().push(row.text("slug")?);
    }
    Ok(all)
}

/// Each party of one side with each of the other.
pub(super) async fn partnerships(tx: &mut Tx) -> Result<Vec<Edge>> {
    let sources = sources(tx).await?;
    let mut themes: BTreeMap<String, Vec<Text3>> = BTreeMap::new();
    for (id, label) in partnership::detail::all_themes(tx).await? {
        let of = themes.entry(id.to_string()).or_default();
        if !of.contains(&label) {
            of.push(label);
        }
    }
    let mut edges = Vec::new();
    for line in partnership::list(tx).await? {
        let p = &line.partnership;
        for a in line.side(Side::A) {
            for b in line.side(Side::B) {
                edges.push(Edge {
                    kind: if p.kind == Bond::Institution { Kind::Institution } else { Kind::Partnership },
                    label: p.title.clone(),
                    word: format!("partnership-kind-{}", p.kind.code()),
                    a: a.member.subject.clone(),
                    b: b.member.subject.clone(),
                    since: p.since.clone(),
                    years: years(&p.since, &p.until),
                    themes: themes.get(p.id.as_str()).cloned().unwrap_or_default(),
                    path: format!("/partnerships/{}", p.slug),
                    sources: sources.get(p.id.as_str()).cloned().unwrap_or_default(),
                });
            }
        }
    }
    Ok(edges)
}

/// From those who own or carry an office to the place it is in.
pub(super) async fn offices(tx: &mut Tx) -> Result<Vec<Edge>> {
    let sources = sources(tx).await?;
    let mut edges = Vec::new();
    for line in office::list(tx).await? {
        let o = &line.office;
        let closed = o.closing.as_ref().map(|c| if c.closed.is_unknown() { c.decided.clone() } else { c.closed.clone() });
        for behind in line.parties.iter().filter(|b| b.party.role != PartyRole::Funder) {
            edges.push(Edge {
                kind: Kind::Office,
                label: o.name.clone(),
                word: String::new(),
                a: behind.party.organisation.clone(),
                b: o.place.clone(),
                since: o.opened.clone(),
                years: years(&o.opened, closed.as_ref().unwrap_or(&Edtf::default())),
                themes: vec![],
                path: format!("/offices/{}", o.slug),
                sources: sources.get(o.id.as_str()).cloned().unwrap_or_default(),
            });
        }
    }
    Ok(edges)
}
