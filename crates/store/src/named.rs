//! Things of the book that other rows refer to: found by address or by what a clerk types, read from joined columns.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{edtf::Edtf, named::Named, time::Day};

sql! {
    ORGANISATION = "select slug, names from organisation where slug = $1";
    PLACE = "select slug, names from place where slug = $1";
    ORGANISATIONS = "select slug, names from organisation where search like $1 order by length(names), slug limit 6";
    PLACES = "select slug, names from place where search like $1 order by length(names), slug limit 6";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Organisation,
    Place,
}

pub async fn find(tx: &mut Tx, which: Which, slug: &str) -> Result<Option<Named>> {
    let sql = if which == Which::Organisation { ORGANISATION } else { PLACE };
    tx.first(sql, &[slug.into()]).await?.as_ref().map(read).transpose()
}

/// At most six whose folded names hold `folded`, the shortest names first.
pub async fn like(tx: &mut Tx, which: Which, folded: &str) -> Result<Vec<Named>> {
    let sql = if which == Which::Organisation { ORGANISATIONS } else { PLACES };
    tx.all(sql, &[format!("%{folded}%").into()]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<Named> {
    Ok(Named { slug: r.text("slug")?, name: r.text3("names")? })
}

/// From joined columns `PREFIX_slug` and `PREFIX_names`.
pub(crate) fn joined(r: &Row, slug: &str, names: &str) -> Result<Option<Named>> {
    Ok(match r.opt_text(slug)? {
        Some(slug) => Some(Named { slug, name: r.text3(names)? }),
        None => None,
    })
}

pub(crate) fn slug(n: &Option<Named>) -> crate::Value {
    n.as_ref().map(|n| n.slug.as_str()).into()
}

/// The day a list is ordered by; empty where unknown.
pub(crate) fn first(e: &Edtf) -> String {
    e.first_day().map(Day::iso).unwrap_or_default()
}
