//! Everything that touches one place or organisation, and what lies in it.

use super::{Choice, fan, table, wants_claims};
use crate::kit::{Answer, App, Frame, Visit};
use askama::Template;
use axum::extract::{Path, State};
use domain::see::ego;

pub struct Group {
    pub name: String,
    pub path: String,
    pub rows: Vec<(table::Row, (String, String))>,
}

#[derive(Template)]
#[template(path = "see/network.html")]
struct Page {
    l: Frame,
    c: Choice,
    name: String,
    path: String,
    /// The list that the thing stands in: its address and name.
    list: (&'static str, String),
    drawing: fan::Drawing,
    groups: Vec<Group>,
    kinds: Vec<&'static str>,
    ties: usize,
}

pub async fn of_place(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let (id, web) = actions::see::about_place(&app.desk, &slug, wants_claims(&visit)).await?;
    let l = visit.frame();
    let list = ("/places", l.t("nav-places"));
    page(&visit, l, &id, &web, list)
}

pub async fn of_organisation(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let (id, web) = actions::see::about_organisation(&app.desk, &slug, wants_claims(&visit)).await?;
    let l = visit.frame();
    let list = ("/organisations", l.t("nav-organisations"));
    page(&visit, l, &id, &web, list)
}

fn page(visit: &Visit, l: Frame, id: &str, all: &domain::see::Web, list: (&'static str, String)) -> Answer {
    let node = crate::kit::error::found(all.nodes.get(id))?;
    let (name, path) = (l.text(&node.names).to_string(), node.path.clone());
    let c = Choice::read(&l, all);
    let web = all.filtered(&c.filter);
    let branches = ego::network(&web, id);
    let drawing = fan::draw(&branches, l.lang, |t| table::words(&l, &web, t.edge));
    let group = |b: &ego::Branch| Group {
        name: l.text(&b.node.names).to_string(),
        path: b.node.path.clone(),
        rows: b.ties.iter().map(|t| (table::row(&l, &web, t.edge), (l.text(&t.other.names).to_string(), t.other.path.clone()))).collect(),
    };
    let groups: Vec<Group> = branches.iter().map(group).collect();
    let kinds = table::kinds(branches.iter().flat_map(|b| &b.ties).map(|t| t.edge));
    let ties = groups.iter().map(|g| g.rows.len()).sum();
    visit.page(&Page { l: l.clone(), c, name, path, list, drawing, groups, kinds, ties })
}
