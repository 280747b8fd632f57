//! Partnerships and their parties; themes, levels, links, states and contacts are in `detail`.

pub mod detail;

use crate::{
    Row, Tx,
    book::{
        self,
        list::{self, Key, List},
        many,
    },
    sql::sql,
};
use anyhow::Result;
use domain::{
    Instant, Lang, Permit, Text3,
    edtf::Edtf,
    ids::PartnershipId,
    partnership::{Kind, Member, Partnership, Side, State, SubjectKind},
};
use std::{borrow::Borrow, collections::HashMap};

sql! {
    LIST = "select * from partnership order by slug";
    BY_SLUG = "select * from partnership where slug = $1";
    BY_ID = "select * from partnership where id = $1";
    INSERT = "insert into partnership (id, slug, title, kind, label_a, label_b, since, until, state, purpose, contact, mailbox, owner, source, version, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15)";
    UPDATE = "update partnership set title = $3, kind = $4, label_a = $5, label_b = $6, since = $7, until = $8, state = $9, purpose = $10, contact = $11, mailbox = $12,
              owner = $13, source = $14, version = version + 1 where id = $1 and version = $2";
    BY_IDS = concat!("select * from partnership where id in (", many!(), ")");
    // Each party with its names and address, of one partnership, of many or of all.
    PARTIES = "select m.partnership, m.side, m.no, m.subject_kind, m.subject, coalesce(p.slug, o.slug, '') as slug, coalesce(p.names, o.names, '{}') as names,
               coalesce(p.country, o.country, '') as country, coalesce(p.code, '') as code
               from partnership_party m left join place p on m.subject_kind = 'place' and p.id = m.subject
               left join organisation o on m.subject_kind = 'organisation' and o.id = m.subject where m.partnership = $1 order by m.side, m.no";
    ALL_PARTIES = "select m.partnership, m.side, m.no, m.subject_kind, m.subject, coalesce(p.slug, o.slug, '') as slug, coalesce(p.names, o.names, '{}') as names,
                   coalesce(p.country, o.country, '') as country, coalesce(p.code, '') as code
                   from partnership_party m left join place p on m.subject_kind = 'place' and p.id = m.subject
                   left join organisation o on m.subject_kind = 'organisation' and o.id = m.subject order by m.partnership, m.side, m.no";
    PARTIES_OF = concat!(
        "select m.partnership, m.side, m.no, m.subject_kind, m.subject, coalesce(p.slug, o.slug, '') as slug, coalesce(p.names, o.names, '{}') as names,
         coalesce(p.country, o.country, '') as country, coalesce(p.code, '') as code
         from partnership_party m left join place p on m.subject_kind = 'place' and p.id = m.subject
         left join organisation o on m.subject_kind = 'organisation' and o.id = m.subject where m.partnership in (", many!(), ") order by m.side, m.no"
    );
    OF_SUBJECT = "select distinct partnership from partnership_party where subject_kind = $1 and subject = $2";
    // By address or abbreviation; by the folded words of any of its names.
    EXACT = "select 'place' as subject_kind, id, slug, names from place where slug = $1
             union all select 'organisation', id, slug, names from organisation where slug = $1 or (abbr <> '' and abbr = $1)";
    NAMED = "select 'place' as subject_kind, id, slug, names from place where search like $1 and search like $2 and search like $3 and search like $4
             union all select 'organisation', id, slug, names from organisation where search like $1 and search like $2 and search like $3 and search like $4 limit 40";
    CLEAR_PARTIES = "delete from partnership_party where partnership = $1";
    ADD_PARTY = "insert into partnership_party (partnership, side, no, subject_kind, subject) values ($1, $2, $3, $4, $5)";
}

/// A party with the name it goes by and the address of its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub member: Member,
    pub slug: String,
    pub names: Text3,
    pub country: String,
}

impl Party {
    /// The page that tells more of it.
    pub fn href(&self) -> String {
        match self.member.kind {
            SubjectKind::Place => format!("/places/{}", self.slug),
            SubjectKind::Organisation => format!("/organisations/{}", self.slug),
        }
    }
}

/// A partnership with who stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub partnership: Partnership,
    pub parties: Vec<Party>,
}

impl Line {
    /// Its own name, or its parties' names.
    pub fn name(&self, lang: impl Borrow<Lang>) -> String {
        let lang = *lang.borrow();
        if self.partnership.title.missing().len() < 3 {
            return self.partnership.title.get(lang).to_string();
        }
        format!("{} – {}", self.names(Side::A, lang), self.names(Side::B, lang))
    }

    /// The parties of a side in one line.
    pub fn names(&self, side: impl Borrow<Side>, lang: impl Borrow<Lang>) -> String {
        let lang = *lang.borrow();
        let names: Vec<&str> = self.side(side).map(|p| p.names.get(lang)).collect();
        i18n::format::list(lang, &names)
    }

    /// The name in all three languages.
    pub fn title(&self) -> Text3 {
        Text3 { da: self.name(Lang::Da), en: self.name(Lang::En), zh: self.name(Lang::Zh) }
    }

    pub fn side(&self, side: impl Borrow<Side>) -> impl Iterator<Item = &Party> {
        let side = *side.borrow();
        self.parties.iter().filter(move |p| p.member.side == side)
    }
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    let lines = tx.all(LIST, &[]).await?.iter().map(line).collect::<Result<_>>()?;
    let parties = tx.all(ALL_PARTIES, &[]).await?;
    with_parties(lines, &parties)
}

/// Partnerships in the order of their ids; those that are not there are left out.
pub async fn by_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Line>> {
    let lines = book::in_order(tx, BY_IDS, ids, line).await?;
    let parties = book::rows(tx, PARTIES_OF, ids).await?;
    with_parties(lines, &parties)
}

/// What the list finds and orders them by: their names, those of their parties and of their themes.
pub(crate) async fn relist(tx: &mut Tx, ids: &[&str]) -> Result<()> {
    for l in by_ids(tx, ids).await? {
        let p = &l.partnership;
        let themes: Vec<Text3> = detail::themes(tx, &p.id).await?.into_iter().map(|t| t.label).collect();
        let title = l.title();
        let own = [&title, &p.title, &p.labels[0], &p.labels[1], &p.purpose];
        let texts = own.into_iter().chain(l.parties.iter().map(|x| &x.names)).chain(&themes);
        let countries = l.parties.iter().filter(|x| !x.country.is_empty()).map(|x| format!("country-{}", x.country));
        let side = |side| list::names(&l.side(side).map(|x| &x.names).collect::<Vec<_>>());
        let line = list::Line {
            id: p.id.to_string(),
            open: true,
            marks: [format!("kind-{}", p.kind.code()), format!("state-{}", p.state.code())].into_iter().chain(countries).collect(),
            search: list::words(texts, &[&p.slug]),
            keys: vec![
                ("a", side(Side::A)),
                ("b", side(Side::B)),
                ("kind", Key::of(Kind::ALL, &p.kind)),
                ("since", Key::oldest(&p.since)),
                ("state", Key::of(State::ALL, &p.state)),
            ],
        };
        list::put(tx, List::Partnership, &line).await?;
    }
    Ok(())
}

fn with_parties(mut lines: Vec<Line>, parties: &[Row]) -> Result<Vec<Line>> {
    let mut of: HashMap<String, Vec<Party>> = HashMap::new();
    for row in parties {
        of.entry(row.text("partnership")?).or_default().push(party(row)?);
    }
    for line in &mut lines {
        line.parties = of.remove(line.partnership.id.as_str()).unwrap_or_default();
    }
    Ok(lines)
}

pub async fn find(tx: &mut Tx, slug: &str) -> Result<Option<Line>> {
    let row = tx.first(BY_SLUG, &[slug.into()]).await?;
    whole(tx, row).await
}

pub async fn get(tx: &mut Tx, id: &PartnershipId) -> Result<Line> {
    let row = tx.first(BY_ID, &[id.as_str().into()]).await?;
    whole(tx, row).await?.ok_or_else(|| anyhow::anyhow!("no partnership {id}"))
}

/// The partnerships that a place or an organisation stands in.
pub async fn of_subject(tx: &mut Tx, kind: SubjectKind, subject: &str) -> Result<Vec<Line>> {
    let mut found = Vec::new();
    for row in tx.all(OF_SUBJECT, &[kind.code().into(), subject.into()]).await? {
        found.push(row.text("partnership")?);
    }
    let ids: Vec<&str> = found.iter().map(String::as_str).collect();
    let mut found = by_ids(tx, &ids).await?;
    found.sort_by_key(|l| l.partnership.since.order());
    Ok(found)
}

async fn whole(tx: &mut Tx, row: Option<Row>) -> Result<Option<Line>> {
    let Some(row) = row else { return Ok(None) };
    let mut line = line(&row)?;
    let rows = tx.all(PARTIES, &[line.partnership.id.as_str().into()]).await?;
    line.parties = rows.iter().map(party).collect::<Result<_>>()?;
    Ok(Some(line))
}

/// What a typed party can mean: kind, id, slug and names. The address of a page (`places/shanghai`), a short name, or words of a name.
pub async fn resolve(tx: &mut Tx, typed: &str) -> Result<Vec<(SubjectKind, String, String, Text3)>> {
    let typed = typed.trim().trim_start_matches('/');
    let (only, typed) = match typed.split_once('/') {
        Some(("places", slug)) => (Some(SubjectKind::Place), slug),
        Some(("organisations", slug)) => (Some(SubjectKind::Organisation), slug),
        _ => (None, typed),
    };
    let read = |r: &Row| Ok((r.parse("subject_kind", SubjectKind::parse)?, r.text("id")?, r.text("slug")?, r.text3("names")?));
    let mut exact: Vec<_> = tx.all(EXACT, &[typed.into()]).await?.iter().map(read).collect::<Result<_>>()?;
    exact.retain(|(kind, ..)| only.is_none_or(|o| o == *kind));
    if !exact.is_empty() {
        return Ok(exact);
    }
    if i18n::search::fold_query(typed).is_empty() {
        return Ok(vec![]);
    }
    let found: Vec<_> = tx.all(NAMED, &book::patterns(typed).map(Into::into)).await?.iter().map(read).collect::<Result<_>>()?;
    let whole = |t: &Text3| [&t.da, &t.en, &t.zh].iter().any(|n| n.to_lowercase() == typed.to_lowercase());
    let same: Vec<_> = found.iter().filter(|(_, _, _, names)| whole(names)).cloned().collect();
    Ok(if same.is_empty() { found } else { same })
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, p: &Partnership, at: Instant) -> Result<()> {
    let args = [
        p.id.as_str().into(),
        (&p.slug).into(),
        (&p.title).into(),
        p.kind.code().into(),
        (&p.labels[0]).into(),
        (&p.labels[1]).into(),
        p.since.as_str().into(),
        p.until.as_str().into(),
        p.state.code().into(),
        (&p.purpose).into(),
        (&p.contact).into(),
        (&p.mailbox).into(),
        p.owner.clone().into(),
        p.source.clone().into(),
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    Ok(())
}

/// False where somebody else changed it since it was loaded.
pub async fn update(tx: &mut Tx, _permit: &Permit, p: &Partnership) -> Result<bool> {
    let args = [
        p.id.as_str().into(),
        p.version.into(),
        (&p.title).into(),
        p.kind.code().into(),
        (&p.labels[0]).into(),
        (&p.labels[1]).into(),
        p.since.as_str().into(),
        p.until.as_str().into(),
        p.state.code().into(),
        (&p.purpose).into(),
        (&p.contact).into(),
        (&p.mailbox).into(),
        p.owner.clone().into(),
        p.source.clone().into(),
    ];
    let kept = tx.run(UPDATE, &args).await? == 1;
    relist(tx, &[p.id.as_str()]).await?;
    Ok(kept)
}

pub async fn set_parties(tx: &mut Tx, _permit: &Permit, id: &PartnershipId, members: &[Member]) -> Result<()> {
    tx.run(CLEAR_PARTIES, &[id.as_str().into()]).await?;
    for m in members {
        tx.run(ADD_PARTY, &[id.as_str().into(), m.side.code().into(), m.no.into(), m.kind.code().into(), (&m.subject).into()]).await?;
    }
    relist(tx, &[id.as_str()]).await
}

fn line(r: &Row) -> Result<Line> {
    let partnership = Partnership {
        id: r.parse("id", PartnershipId::parse)?,
        slug: r.text("slug")?,
        title: r.text3("title")?,
        kind: r.parse("kind", Kind::parse)?,
        labels: crate::instrument::labels(r)?,
        since: r.parse("since", Edtf::parse)?,
        until: r.parse("until", Edtf::parse)?,
        state: r.parse("state", State::parse)?,
        purpose: r.text3("purpose")?,
        contact: r.text3("contact")?,
        mailbox: r.text("mailbox")?,
        owner: r.opt_text("owner")?,
        source: r.opt_text("source")?,
        version: r.int("version")?,
    };
    Ok(Line { partnership, parties: vec![] })
}

fn party(r: &Row) -> Result<Party> {
    Ok(Party {
        member: Member {
            side: r.parse("side", Side::parse)?,
            no: r.int("no")?,
            kind: r.parse("subject_kind", SubjectKind::parse)?,
            subject: r.text("subject")?,
        },
        slug: r.text("slug")?,
        names: r.text3("names")?,
        country: r.text("country")?,
    })
}
