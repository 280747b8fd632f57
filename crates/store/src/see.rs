//! Reads the web of relations: what stands in it, and the lines between (R43, R48-R50).

pub mod known;
pub mod line;
pub mod partner;

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::see::{Edge, Kind, Node, Span, Spot, Web};
use std::collections::{BTreeMap, BTreeSet};

// Only what has a relation, with the places around it: imported places are many, related ones few. `$1`: one that is wanted anyhow, or ''.
sql! {
    PLACES = "with recursive org(id) as (
                select subject from collaboration_party where subject_kind = 'organisation' union select provider from offer
                union select organisation from presence where organisation is not null
                union select subject from partnership_party where subject_kind = 'organisation' union select organisation from office_party
                union select visitor_org from delegation where visitor_org is not null union select host_org from delegation where host_org is not null
                union select m.member from organisation_member m join org on org.id = m.group_org
              ), used(id) as (
                select subject from collaboration_party where subject_kind = 'place' union select place from offer_place union select place from presence
                union select subject from partnership_party where subject_kind = 'place' union select place from office
                union select place from delegation where place is not null union select place from activity where place is not null
                union select place from organisation where place is not null and (id in (select id from org) or id = $1)
                union select id from place where id = $1 or kind = 'country' and country in (select country from party)
                union select p.within from place p join used on used.id = p.id where p.within is not null
              ) select p.id, p.slug, p.names, p.country, p.lon, p.lat, p.within from place p join used on used.id = p.id";
    ORGANISATIONS = "with recursive org(id) as (
                select subject from collaboration_party where subject_kind = 'organisation' union select provider from offer
                union select organisation from presence where organisation is not null
                union select subject from partnership_party where subject_kind = 'organisation' union select organisation from office_party
                union select visitor_org from delegation where visitor_org is not null union select host_org from delegation where host_org is not null
                union select id from organisation where id = $1
                union select o.part_of from organisation o join org on org.id = o.id where o.part_of is not null
              ) select o.id, o.slug, o.names, o.country, coalesce(o.place, o.part_of, (select min(m.place) from organisation_member g
                  join organisation m on m.id = g.member where g.group_org = o.id)) as within from organisation o join org on org.id = o.id";
    // Thousands are imported; what a partnership's place is claimed to be twinned with is a page of them.
    CLAIMS_NEAR = "with recursive org(id) as (
                     select subject from partnership_party where subject_kind = 'organisation'
                     union select m.member from organisation_member m join org on org.id = m.group_org
                   ), spot(id) as (
                     select subject from partnership_party where subject_kind = 'place' union select o.place from organisation o join org on org.id = o.id where o.place is not null
                   ), near(a, b, source) as (
                     select c.a, c.b, c.source from spot join claim_pair c on c.a = spot.id union select c.a, c.b, c.source from spot join claim_pair c on c.b = spot.id
                   ) select n.a, n.b, s.slug from near n join source s on s.id = n.source join place x on x.id = n.a join place y on y.id = n.b
                     where x.lon is not null and y.lon is not null";
    CLAIMS_OF = "select c.a, c.b, s.slug from claim_pair c join source s on s.id = c.source where c.a = $1
                 union select c.a, c.b, s.slug from claim_pair c join source s on s.id = c.source where c.b = $1";
    ONE_PLACE = "select id, slug, names, country, lon, lat, within from place where id = $1";
}

/// What is wanted beside the relations of the book.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Id of a place or organisation that is to be there even if nothing touches it.
    pub about: Option<String>,
    /// Lines for unverified claims too: those on the map at places with partnerships, and those of `about`.
    pub claims: bool,
}

pub async fn web(tx: &mut Tx, scope: Scope) -> Result<Web> {
    let about = scope.about.clone().unwrap_or_default();
    let mut web = Web::default();
    for row in &tx.all(PLACES, &[about.as_str().into()]).await? {
        add(&mut web, place(row)?);
    }
    for row in &tx.all(ORGANISATIONS, &[about.as_str().into()]).await? {
        add(&mut web, organisation(row)?);
    }
    web.edges = line::all(tx).await?;
    claims(tx, &mut web, &scope).await?;
    // A line needs both its ends.
    let known: BTreeSet<String> = web.nodes.keys().cloned().collect();
    web.edges.retain(|e| known.contains(&e.a) && known.contains(&e.b));
    Ok(web)
}

fn add(web: &mut Web, node: Node) {
    web.nodes.insert(node.id.clone(), node);
}

fn place(r: &Row) -> Result<Node> {
    Ok(Node {
        id: r.text("id")?,
        path: format!("/places/{}", r.text("slug")?),
        names: r.text3("names")?,
        country: r.text("country")?,
        is_place: true,
        spot: r.opt_float("lon")?.zip(r.opt_float("lat")?).map(|(lon, lat)| Spot { lon, lat }),
        within: r.opt_text("within")?,
    })
}

fn organisation(r: &Row) -> Result<Node> {
    Ok(Node {
        id: r.text("id")?,
        path: format!("/organisations/{}", r.text("slug")?),
        names: r.text3("names")?,
        country: r.text("country")?,
        is_place: false,
        spot: None,
        within: r.opt_text("within")?,
    })
}

/// A claim confirms a partnership of the same two places; what it says beyond that is a line of its own, where wanted.
async fn claims(tx: &mut Tx, web: &mut Web, scope: &Scope) -> Result<()> {
    let mut pairs = tx.all(CLAIMS_NEAR, &[]).await?;
    if let Some(about) = &scope.about {
        pairs.extend(tx.all(CLAIMS_OF, &[about.as_str().into()]).await?);
    }
    let mut said: BTreeMap<(String, String), String> = BTreeMap::new();
    for row in &pairs {
        said.insert((row.text("a")?, row.text("b")?), row.text("slug")?);
    }
    confirm(web, &said);
    if !scope.claims {
        return Ok(());
    }
    for ((a, b), source) in said {
        for id in [&a, &b] {
            if !web.nodes.contains_key(id)
                && let Some(row) = tx.first(ONE_PLACE, &[id.as_str().into()]).await?
            {
                add(web, place(&row)?);
            }
        }
        web.edges.push(Edge {
            kind: Kind::Claim,
            label: domain::Text3::default(),
            word: String::new(),
            a,
            b,
            since: domain::edtf::Edtf::default(),
            years: Span::default(),
            themes: vec![],
            path: String::new(),
            sources: vec![source],
        });
    }
    Ok(())
}

fn confirm(web: &mut Web, said: &BTreeMap<(String, String), String>) {
    let mut confirmed: Vec<(usize, String)> = Vec::new();
    for (i, edge) in web.edges.iter().enumerate().filter(|(_, e)| e.kind == Kind::Partnership) {
        let (Some(a), Some(b)) = (web.place_of(&edge.a), web.place_of(&edge.b)) else { continue };
        let claim = said.get(&(a.id.clone(), b.id.clone())).or_else(|| said.get(&(b.id.clone(), a.id.clone())));
        confirmed.extend(claim.map(|source| (i, source.clone())));
    }
    for (i, source) in confirmed {
        if let Some(edge) = web.edges.get_mut(i).filter(|e| !e.sources.contains(&source)) {
            edge.sources.push(source);
        }
    }
}
