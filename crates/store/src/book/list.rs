//! The book's lists in the database: what a thing is found by, how it is filtered, and its place in each order.

use crate::{Row, Tx, Value, activity, book, collaboration, delegation, news, offer, office, partnership, person, presence, sql::sql};
use anyhow::Result;
use domain::{Lang, Text3, edtf::Edtf, fact::SubjectKind, time::Day};
use i18n::search;
use std::collections::HashMap;

sql! {
    DROP = "delete from list_line where list = $1 and id = $2";
    DROP_KEYS = "delete from list_key where list = $1 and id = $2";
    ADD = "insert into list_line (list, id, open, marks, search) values ($1, $2, $3, $4, $5)";
    ADD_KEY = "insert into list_key (list, sort, lang, key, id) values ($1, $2, $3, $4, $5)";
    MARKS = "select marks, cast(count(*) as bigint) as n from list_line where list = $1 and open >= $2 group by marks";
    COUNT = "select cast(count(*) as bigint) as n from list_line where list = $1 and open >= $2 and search like $3 and search like $4 and search like $5
             and search like $6 and marks like $7 and marks like $8 and marks like $9";
    UP = "select k.id from list_key k join list_line l on l.list = k.list and l.id = k.id
          where k.list = $1 and k.sort = $10 and k.lang = $11 and l.open >= $2 and l.search like $3 and l.search like $4 and l.search like $5
          and l.search like $6 and l.marks like $7 and l.marks like $8 and l.marks like $9 order by k.key, k.id limit $12 offset $13";
    DOWN = "select k.id from list_key k join list_line l on l.list = k.list and l.id = k.id
            where k.list = $1 and k.sort = $10 and k.lang = $11 and l.open >= $2 and l.search like $3 and l.search like $4 and l.search like $5
            and l.search like $6 and l.marks like $7 and l.marks like $8 and l.marks like $9 order by k.key desc, k.id desc limit $12 offset $13";
    // What stands in a list without a line: of a database that is older than the lines.
    MISSING = "select m.list, m.id from (
                 select 'delegation' as list, id from delegation union all select 'activity', id from activity union all select 'post', id from post
                 union all select 'partnership', id from partnership union all select 'office', id from office union all select 'news', id from news
                 union all select 'collaboration', id from collaboration union all select 'offer', id from offer union all select 'presence', id from presence
               ) m where not exists (select 1 from list_line l where l.list = m.list and l.id = m.id) order by m.list, m.id";
    // What is found or ordered by the name of a place ($1 = 'place') or an organisation.
    NAMED_AFTER = "select 'delegation' as list, id from delegation where $1 = 'place' and place = $2 or $1 <> 'place' and (visitor_org = $2 or host_org = $2)
                   union all select 'activity', id from activity where $1 = 'place' and place = $2 or $1 <> 'place' and organiser = $2
                   union all select 'post', id from post where $1 <> 'place' and organisation = $2
                   union all select 'partnership', partnership from partnership_party where subject_kind = $1 and subject = $2
                   union all select 'office', id from office where $1 = 'place' and place = $2
                   union all select 'collaboration', collaboration from collaboration_party where subject_kind = $1 and subject = $2
                   union all select 'offer', id from offer where $1 <> 'place' and provider = $2
                   union all select 'offer', offer from offer_place where $1 = 'place' and place = $2
                   union all select 'presence', id from presence where $1 = 'place' and place = $2 or $1 <> 'place' and organisation = $2";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Delegation,
    Activity,
    Post,
    Partnership,
    Office,
    News,
    Collaboration,
    Offer,
    Presence,
}

impl List {
    const ALL: [List; 9] = {
        use List::*;
        [Delegation, Activity, Post, Partnership, Office, News, Collaboration, Offer, Presence]
    };
    const fn code(self) -> &'static str {
        match self {
            List::Delegation => "delegation",
            List::Activity => "activity",
            List::Post => "post",
            List::Partnership => "partnership",
            List::Office => "office",
            List::News => "news",
            List::Collaboration => "collaboration",
            List::Offer => "offer",
            List::Presence => "presence",
        }
    }
}

/// A thing as its list finds, filters and orders it.
pub struct Line {
    pub id: String,
    /// Everybody may see it.
    pub open: bool,
    /// What it is filtered by, such as `kind-seminar`.
    pub marks: Vec<String>,
    pub search: String,
    pub keys: Vec<(&'static str, Key)>,
}

/// A thing's place in an order. Its text holds digits and small letters alone, which every engine orders alike.
pub enum Key {
    /// By the reader's language.
    Name(Text3),
    /// By the reader's language, and within one name by number.
    Ranked(Text3, i64),
    Plain(String),
}

impl Key {
    /// Where it stands among `all`.
    pub fn of<T: PartialEq>(all: &[T], it: &T) -> Key {
        Key::number(all.iter().position(|x| x == it).unwrap_or(all.len()) as i64)
    }

    pub fn number(n: i64) -> Key {
        Key::Plain(format!("{:020}", n.max(0)))
    }

    /// The earliest day first, the unknown last.
    pub fn oldest(date: &Edtf) -> Key {
        Key::Plain(date.first_day().map_or_else(|| "z".into(), digits))
    }

    /// The latest day first, the unknown last.
    pub fn newest(day: Option<Day>) -> Key {
        let turned = |d: Day| digits(d).bytes().map(|b| char::from(b'9' - (b - b'0'))).collect();
        Key::Plain(day.map_or_else(|| "z".into(), turned))
    }

    fn in_languages(&self) -> [String; 3] {
        match self {
            Key::Name(names) => book::order_keys(names),
            // No letter of a name folds to nought.
            Key::Ranked(names, rank) => book::order_keys(names).map(|key| format!("{key}00{rank:020}")),
            Key::Plain(key) => std::array::from_fn(|_| key.clone()),
        }
    }
}

/// `20180301`.
fn digits(day: Day) -> String {
    day.iso().replace('-', "")
}

/// A part of a list.
#[derive(Clone, Debug)]
pub struct Ask {
    pub query: String,
    /// Up to three that must all be there; empty ones ask for nothing.
    pub marks: Vec<String>,
    pub sort: String,
    pub descending: bool,
    pub lang: Lang,
    /// What is not open too.
    pub hidden: bool,
    pub offset: i64,
    pub limit: i64,
}

/// What was found: the ids of the part that was asked for.
pub struct Found {
    ids: Vec<String>,
    total: usize,
    marks: HashMap<String, usize>,
}

impl Found {
    pub fn ids(&self) -> Vec<&str> {
        self.ids.iter().map(String::as_str).collect()
    }
    pub fn with<T>(self, rows: Vec<T>) -> Part<T> {
        Part { rows, total: self.total, marks: self.marks }
    }
}

/// A part of a list as it is shown.
pub struct Part<T> {
    pub rows: Vec<T>,
    /// How many match, on all pages.
    pub total: usize,
    /// How many the whole list holds of each mark; `""` counts them all.
    pub marks: HashMap<String, usize>,
}

/// The folded words of some texts in all languages, and what else people type for them.
pub fn words<'a>(texts: impl IntoIterator<Item = &'a Text3>, others: &[&str]) -> String {
    let mut all: Vec<&str> = texts.into_iter().flat_map(|t| [t.da.as_str(), &t.en, &t.zh]).collect();
    all.extend(others);
    let all = all.join(" · ");
    [search::fold(&all), search::otherwise(&all)].join(" ").trim_end().to_string()
}

/// A key of several names in one.
pub fn names(all: &[&Text3]) -> Key {
    let one = |lang: Lang| i18n::format::list(lang, &all.iter().map(|t| t.get(lang)).collect::<Vec<_>>());
    Key::Name(Text3 { da: one(Lang::Da), en: one(Lang::En), zh: one(Lang::Zh) })
}

/// In place of what the list held of it.
pub(crate) async fn put(tx: &mut Tx, list: List, line: &Line) -> Result<()> {
    let own: [Value; 2] = [list.code().into(), (&line.id).into()];
    tx.run(DROP, &own).await?;
    tx.run(DROP_KEYS, &own).await?;
    let marks = format!(" {} ", line.marks.join(" "));
    tx.run(ADD, &[list.code().into(), (&line.id).into(), line.open.into(), marks.into(), (&line.search).into()]).await?;
    for (sort, key) in &line.keys {
        for (lang, key) in Lang::ALL.iter().zip(key.in_languages()) {
            tx.run(ADD_KEY, &[list.code().into(), (*sort).into(), lang.code().into(), key.into(), (&line.id).into()]).await?;
        }
    }
    Ok(())
}

/// The part that is asked for; behind the end, the last part.
pub async fn find(tx: &mut Tx, list: List, ask: &Ask) -> Result<Found> {
    let mut args: Vec<Value> = vec![list.code().into(), (!ask.hidden).into()];
    args.extend(book::patterns(&ask.query).map(Value::from));
    args.extend((0..3).map(|n| pattern(ask.marks.get(n).map_or("", String::as_str)).into()));
    let total = tx.first(COUNT, &args).await?.map_or(Ok(0), |r| r.int("n"))?;
    let limit = ask.limit.max(1);
    let last = (total - 1).max(0) / limit * limit;
    args.extend([ask.sort.as_str().into(), ask.lang.code().into(), limit.into(), ask.offset.clamp(0, last).into()]);
    let rows = tx.all(if ask.descending { DOWN } else { UP }, &args).await?;
    let ids = rows.iter().map(|r| r.text("id")).collect::<Result<_>>()?;
    Ok(Found { ids, total: total as usize, marks: marks(tx, list, ask.hidden).await? })
}

/// A mark may come from an address: what no mark holds matches nothing rather than everything.
fn pattern(mark: &str) -> String {
    let plain = mark.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if mark.is_empty() { "%".into() } else { format!("% {} %", if plain { mark } else { "?" }) }
}

async fn marks(tx: &mut Tx, list: List, hidden: bool) -> Result<HashMap<String, usize>> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for row in tx.all(MARKS, &[list.code().into(), (!hidden).into()]).await? {
        let n = row.int("n")? as usize;
        for mark in row.text("marks")?.split_whitespace().chain([""]) {
            *counts.entry(mark.into()).or_default() += n;
        }
    }
    Ok(counts)
}

/// Writes the lines that a database from before them lacks; answers how many.
pub async fn complete(tx: &mut Tx, _permit: &domain::Permit) -> Result<usize> {
    let missing = tx.all(MISSING, &[]).await?;
    renew(tx, &missing).await?;
    Ok(missing.len())
}

/// Writes anew what is found or ordered by a name that has changed.
pub(crate) async fn renamed(tx: &mut Tx, kind: SubjectKind, subject: &str) -> Result<()> {
    let touched = tx.all(NAMED_AFTER, &[kind.code().into(), subject.into()]).await?;
    renew(tx, &touched).await
}

async fn renew(tx: &mut Tx, rows: &[Row]) -> Result<()> {
    let mut of: HashMap<String, Vec<String>> = HashMap::new();
    for row in rows {
        of.entry(row.text("list")?).or_default().push(row.text("id")?);
    }
    for list in List::ALL {
        let ids = of.remove(list.code()).unwrap_or_default();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        match list {
            List::Delegation => delegation::relist(tx, &ids).await?,
            List::Activity => activity::relist(tx, &ids).await?,
            List::Post => person::relist(tx, &ids).await?,
            List::Partnership => partnership::relist(tx, &ids).await?,
            List::Office => office::relist(tx, &ids).await?,
            List::News => news::relist(tx, &ids).await?,
            List::Collaboration => collaboration::relist(tx, &ids).await?,
            List::Offer => offer::relist(tx, &ids).await?,
            List::Presence => presence::relist(tx, &ids).await?,
        }
    }
    Ok(())
}
