//! The lines of the web, from each part of the book that knows relations.

use super::partner;
use crate::{Tx, collaboration, offer, presence, sql::sql};
use anyhow::Result;
use domain::{
    Text3,
    collaboration::{Kind as Link, Role},
    edtf::Edtf,
    offer::Kind as Offered,
    see::{Edge, Kind, Span},
};
use std::collections::BTreeMap;

sql! {
    COUNTRIES = "select id, country from place where kind = 'country'";
}

pub async fn all(tx: &mut Tx) -> Result<Vec<Edge>> {
    let mut edges = partner::partnerships(tx).await?;
    edges.extend(collaborations(tx).await?);
    edges.extend(partner::offices(tx).await?);
    edges.extend(offers(tx).await?);
    edges.extend(presences(tx).await?);
    Ok(edges)
}

async fn collaborations(tx: &mut Tx) -> Result<Vec<Edge>> {
    let mut edges = Vec::new();
    for line in collaboration::list(tx).await? {
        let kind = if line.link.kind == Link::Institution { Kind::Institution } else { Kind::University };
        for a in line.of(Role::A) {
            for b in line.of(Role::B) {
                edges.push(Edge {
                    kind,
                    label: Text3::default(),
                    word: format!("collaboration-kind-{}", line.link.kind.code()),
                    a: a.id.clone(),
                    b: b.id.clone(),
                    years: years(&line.link.since, &line.link.until),
                    since: line.link.since.clone(),
                    themes: vec![],
                    path: format!("/collaborations/{}", line.link.slug),
                    sources: vec![line.link.source.clone()],
                });
            }
        }
    }
    Ok(edges)
}

/// "Nothing" is told in the list, not drawn.
async fn offers(tx: &mut Tx) -> Result<Vec<Edge>> {
    let mut edges: Vec<Edge> = Vec::new();
    for line in offer::list(tx).await?.into_iter().filter(|l| !l.offer.is_negative()) {
        let kind = if line.offer.kinds.contains(&Offered::Catalogue) { Kind::Company } else { Kind::Office };
        for place in &line.places {
            let path = format!("/offers/{}", line.offer.slug);
            if edges.iter().any(|e| e.path == path && e.b == place.id) {
                continue;
            }
            edges.push(Edge {
                kind,
                label: line.offer.names.clone(),
                word: String::new(),
                a: line.offer.provider.clone(),
                b: place.id.clone(),
                years: years(&line.offer.since, &Edtf::default()),
                since: line.offer.since.clone(),
                themes: vec![],
                path,
                sources: vec![line.offer.source.clone()],
            });
        }
    }
    Ok(edges)
}

/// From the company, or from its country where no company is named.
async fn presences(tx: &mut Tx) -> Result<Vec<Edge>> {
    let mut countries: BTreeMap<String, String> = BTreeMap::new();
    for row in &tx.all(COUNTRIES, &[]).await? {
        countries.insert(row.text("country")?, row.text("id")?);
    }
    let edge = |line: presence::Line| {
        let p = line.presence;
        let from = p.organisation.clone().or_else(|| countries.get(&p.country).cloned())?;
        Some(Edge {
            kind: Kind::Company,
            label: Text3::default(),
            word: format!("presence-kind-{}", p.kind.code()),
            a: from,
            b: p.place,
            years: years(&p.since, &Edtf::default()),
            since: p.since,
            themes: vec![],
            path: format!("/presences/{}", p.slug),
            sources: vec![p.source],
        })
    };
    Ok(presence::list(tx).await?.into_iter().filter_map(edge).collect())
}

pub(super) fn years(since: &Edtf, until: &Edtf) -> Span {
    let to = until.last_day().or_else(|| since.last_day().filter(|_| since.as_str().contains('/')));
    Span { from: since.first_day().map(|d| d.year), to: to.map(|d| d.year) }
}
