//! What a template says through `l`: words, money, times and who is reading, in the reader's language.

use super::{App, Fields, Visit};
use domain::{
    Action, Instant, Lang, Money, PartyCode, Refusal, Role, Subject, Text3, decide,
    edtf::Edtf,
    party::Party,
    refusal::{FieldError, Value},
    time::{Day, WallTime, Zone},
};
use i18n::{Arg, format};
use std::sync::Arc;

/// The reader's view of the house; templates name it `l`.
#[derive(Clone)]
pub struct Frame {
    pub lang: Lang,
    pub visit: Visit,
    pub parties: Arc<Vec<Party>>,
    pub demonstration: bool,
}

/// A word that goes into a text; templates hand over references of many depths.
pub trait Word {
    fn arg(&self) -> Arg<'_>;
}
impl Word for str {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(self)
    }
}
impl Word for String {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(self)
    }
}
macro_rules! number_words {
    ($($t:ty),*) => {$( impl Word for $t { fn arg(&self) -> Arg<'_> { Arg::Number(*self as i64) } } )*};
}
number_words!(i64, usize, u32, i32, u64);
impl<T: Word + ?Sized> Word for &T {
    fn arg(&self) -> Arg<'_> {
        (**self).arg()
    }
}

/// A value behind any number of references: templates hand over `&&T` where a loop already gave `&T`.
pub trait Of<T> {
    fn of(&self) -> &T;
}
macro_rules! of {
    ($($t:ty),*) => {$(
        impl Of<$t> for $t { fn of(&self) -> &$t { self } }
        impl<U: Of<$t>> Of<$t> for &U { fn of(&self) -> &$t { (**self).of() } }
    )*};
}
of!(i64, Money, Day, Instant, PartyCode);

impl Frame {
    pub fn new(app: &App, visit: &Visit) -> Frame {
        Frame { lang: visit.viewer.lang, visit: visit.clone(), parties: app.parties.clone(), demonstration: app.demonstration }
    }

    pub fn t(&self, key: &str) -> String {
        i18n::text(self.lang, key, &[])
    }
    pub fn t1(&self, key: &str, name: &str, word: impl Word) -> String {
        i18n::text(self.lang, key, &[(name, word.arg())])
    }
    pub fn t2(&self, key: &str, name: &str, word: impl Word, name2: &str, word2: impl Word) -> String {
        i18n::text(self.lang, key, &[(name, word.arg()), (name2, word2.arg())])
    }
    pub fn t3(&self, key: &str, a: &str, x: impl Word, b: &str, y: impl Word, c: &str, z: impl Word) -> String {
        i18n::text(self.lang, key, &[(a, x.arg()), (b, y.arg()), (c, z.arg())])
    }
    /// With any number of words.
    pub fn tn(&self, key: &str, words: &[(&str, String)]) -> String {
        let args: Vec<(&str, Arg)> = words.iter().map(|(name, word)| (*name, Arg::Text(word))).collect();
        i18n::text(self.lang, key, &args)
    }
    /// `prefix-code`: the word for a code, e.g. `l.code("kind", "company")`.
    pub fn code(&self, prefix: &str, code: impl AsRef<str>) -> String {
        self.t(&format!("{prefix}-{}", code.as_ref()))
    }

    /// Codes with their words, to choose from.
    pub fn codes<'a>(&self, prefix: &str, codes: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
        codes.map(|code| (code.to_string(), self.code(prefix, code))).collect()
    }

    pub fn number(&self, n: impl Of<i64>) -> String {
        format::number(self.lang, *n.of())
    }
    /// A file's size in words, e.g. `1.2 MB`.
    pub fn bytes(&self, size: impl Of<i64>) -> String {
        format::bytes(self.lang, size.of().unsigned_abs())
    }
    pub fn money(&self, m: impl Of<Money>) -> String {
        let m = m.of();
        format::money(m.minor, m.currency.code(), self.lang)
    }
    pub fn money_whole(&self, m: impl Of<Money>) -> String {
        let m = m.of();
        format::money_whole(m.minor, m.currency.code(), self.lang)
    }
    pub fn money_compact(&self, m: impl Of<Money>) -> String {
        let m = m.of();
        format::money_compact(m.minor, m.currency.code(), self.lang)
    }
    pub fn day(&self, day: impl Of<Day>) -> String {
        format::date_long(self.lang, civil(*day.of()))
    }
    pub fn day_short(&self, day: impl Of<Day>) -> String {
        format::date_short(self.lang, civil(*day.of()))
    }
    /// An uncertain date: the 1980s, spring 2016; empty where unknown.
    pub fn edtf(&self, date: &Edtf) -> String {
        format::edtf(self.lang, date)
    }
    /// A figure of a fact, with as many decimals as it has, and its unit.
    pub fn figure(&self, number: &f64, unit: &str) -> String {
        format::figure(self.lang, *number, unit)
    }
    /// A country by its ISO code; the code itself where the catalogue has no name.
    pub fn country(&self, code: impl AsRef<str>) -> String {
        let key = format!("country-{}", code.as_ref());
        if i18n::catalog().has(self.lang, &key) { self.t(&key) } else { code.as_ref().to_string() }
    }
    /// One instant on one wall, with its offset.
    pub fn at(&self, at: impl Of<Instant>, zone: &Zone) -> String {
        stamp(self.lang, &zone.wall(*at.of()))
    }
    /// The zone of the reader's own party, or of the first.
    pub fn own_zone(&self) -> Zone {
        let own = self.visit.viewer.party().and_then(|code| self.parties.iter().find(|p| &p.code == code));
        own.or(self.parties.first()).map_or_else(Zone::utc, |p| p.zone.clone())
    }
    /// One instant in the reader's own zone.
    pub fn own(&self, at: impl Of<Instant>) -> String {
        self.at(*at.of(), &self.own_zone())
    }
    /// One instant in every party's zone, party name first: pairs of name and time.
    pub fn walls(&self, at: impl Of<Instant>) -> Vec<(String, String)> {
        self.parties.iter().map(|p| (p.name.get(self.lang).to_string(), self.at(*at.of(), &p.zone))).collect()
    }

    /// A text of the office in the reader's language, with the language it is really in where that differs.
    pub fn text<'a>(&self, t: &'a Text3) -> &'a str {
        t.get(self.lang)
    }
    pub fn text_lang(&self, t: &Text3) -> &'static str {
        t.shown_in(self.lang).code()
    }

    /// A name in every language that has one, each different one once.
    pub fn all_names<'a>(&self, t: &'a Text3) -> Vec<(&'static str, &'a str)> {
        let mut all: Vec<(&'static str, &str)> = Vec::new();
        for (lang, name) in [(Lang::Da, &t.da), (Lang::En, &t.en), (Lang::Zh, &t.zh)] {
            if !name.is_empty() && !all.iter().any(|(_, n)| n == name) {
                all.push((lang.code(), name));
            }
        }
        all
    }
    pub fn party(&self, code: impl Of<PartyCode>) -> String {
        let code = code.of();
        self.parties.iter().find(|p| &p.code == code).map_or_else(|| code.to_string(), |p| p.name.get(self.lang).to_string())
    }
    pub fn party_of(&self, code: &PartyCode) -> Option<&Party> {
        self.parties.iter().find(|p| &p.code == code)
    }
    pub fn has(&self, role: Role) -> bool {
        self.visit.viewer.has(role)
    }
    pub fn signed_in(&self) -> bool {
        self.visit.viewer.account.is_some()
    }
    pub fn user_name(&self) -> &str {
        self.visit.viewer.account.as_ref().map_or("", |a| a.name.as_str())
    }
    /// Name of the authority the reader deals with: their own office, or all parties together.
    pub fn authority(&self) -> String {
        match self.visit.viewer.party() {
            Some(code) => self.party(code),
            None => {
                let names: Vec<&str> = self.parties.iter().map(|p| p.name.get(self.lang)).collect();
                format::list(self.lang, &names)
            }
        }
    }

    /// The sentence of a refusal, its arguments in the reader's language.
    pub fn refusal(&self, r: &Refusal) -> String {
        let words: Vec<(&str, Shown)> = r.args().iter().map(|(name, v)| (*name, self.shown(v))).collect();
        let args: Vec<(&str, Arg)> = words.iter().map(|(name, w)| (*name, w.arg())).collect();
        i18n::text(self.lang, &format!("refusal-{}", r.key()), &args)
    }
    pub fn field_error(&self, f: &Fields, name: &str) -> String {
        f.error(name).map(|e| self.refusal(&e.refusal)).unwrap_or_default()
    }
    /// All errors of a form for its summary: anchor and sentence.
    pub fn summary(&self, errors: &[FieldError]) -> Vec<(String, String)> {
        errors.iter().map(|e| (format!("#{}", e.field), self.refusal(&e.refusal))).collect()
    }
    fn shown(&self, v: &Value) -> Shown {
        match v {
            Value::Text(t) => Shown::Text(t.clone()),
            Value::Number(n) => Shown::Number(*n),
            Value::Money(m) => Shown::Text(self.money(m)),
            Value::At(at) => Shown::Text(self.walls(at).into_iter().map(|(n, t)| format!("{n} {t}")).collect::<Vec<_>>().join(" / ")),
            Value::Day(day) => Shown::Text(self.day(day)),
            Value::Party(p) => Shown::Text(self.party(p)),
            Value::Label(t) => Shown::Text(t.get(self.lang).into()),
            Value::Key(k) => Shown::Text(self.t(k)),
        }
    }
    /// The main menu for this reader, in the order of the work.
    pub fn menu(&self) -> Vec<MenuItem> {
        let entry = |key: &str, href: &str| MenuItem {
            label: self.t(key),
            href: href.into(),
            current: if href == "/" { self.visit.path() == "/" } else { self.visit.path().starts_with(href) },
        };
        let mut items = vec![entry("nav-home", "/"), entry("nav-programmes", "/programmes"), entry("nav-calls", "/calls")];
        items.push(MenuItem { current: self.in_book(), ..entry("nav-book", "/book") });
        if self.signed_in() {
            items.push(entry("nav-applications", "/applications"));
        }
        if self.has(Role::Expert) {
            items.push(entry("nav-assessments", "/assessments"));
        }
        if self.has(Role::Officer) || self.has(Role::Auditor) {
            items.push(entry("nav-journal", "/journal"));
            items.push(entry("nav-events", "/events"));
        }
        items
    }
    /// The tabs of one call for those who see its desk, in the order of the work; only the announcement for everybody else.
    /// `current`: announcement ideas applications handling experts priorities joint grants journal.
    pub fn call_menu(&self, slug: impl AsRef<str>, current: impl AsRef<str>) -> Vec<MenuItem> {
        let actor = self.visit.viewer.actor();
        let parties: Vec<PartyCode> = self.parties.iter().map(|p| p.code.clone()).collect();
        let shared = |parties: [PartyCode; 2]| Subject::Shared { parties };
        let subject = <[PartyCode; 2]>::try_from(parties).map_or(Subject::Site, shared);
        let entry = |(tab, end, action): &(&str, &str, Action)| {
            decide(&actor, *action, &subject).is_ok().then(|| MenuItem {
                label: self.t(&format!("call-tab-{tab}")),
                href: format!("/calls/{}{end}", slug.as_ref()),
                current: *tab == current.as_ref(),
            })
        };
        CALL_TABS.iter().filter_map(entry).collect()
    }
    /// Whether the reader keeps the book.
    pub fn keeps_book(&self) -> bool {
        decide(&self.visit.viewer.actor(), Action::EditBook, &Subject::Site).is_ok()
    }
    /// When and by whom the thing on this page was changed last, and where its history is.
    pub fn changed(&self) -> Option<(String, String)> {
        let r = self.visit.changed.as_ref()?;
        let (kind, slug) = domain::revision::Kind::at(self.visit.path())?;
        let said = self.t2("revision-changed", "when", self.own(r.at), "who", super::changes::who(self, r));
        Some((said, format!("/history/{}/{slug}", kind.code())))
    }
    /// Whether the page is one of the partnership book's.
    fn in_book(&self) -> bool {
        let path = self.visit.path();
        let under = |href: &str| path == href || path.starts_with(&format!("{href}/"));
        BOOK_TABS.iter().map(|(_, href, _)| *href).chain(BESIDE_TABS).any(under)
    }
    /// The parts of the partnership book this reader may see. `current`: name of a tab.
    pub fn book_menu(&self, current: impl AsRef<str>) -> Vec<MenuItem> {
        let actor = self.visit.viewer.actor();
        let open = BOOK_TABS.iter().filter(|(_, _, action)| decide(&actor, *action, &Subject::Site).is_ok());
        open.map(|(tab, href, _)| MenuItem {
            label: self.t(&format!("nav-{tab}")),
            href: (*href).into(),
            current: *tab == current.as_ref(),
        })
        .collect()
    }
    /// A static file's address with its fingerprint.
    pub fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }
}

/// Name, end of the address, and what one must be permitted to see the tab.
const CALL_TABS: &[(&str, &str, Action)] = &[
    ("announcement", "", Action::ReadPublic),
    ("edit", "/edit", Action::EditCall),
    ("ideas", "/ideas", Action::ReadIdeas),
    ("applications", "/applications", Action::ReadDesk),
    ("handling", "/handling", Action::ReadDesk),
    ("experts", "/assessment", Action::ReadEvents),
    ("priorities", "/priorities", Action::ReadEvents),
    ("joint", "/joint", Action::ReadResult),
    ("grants", "/grants", Action::ReadGrants),
    ("journal", "/journal", Action::ReadEvents),
];

/// The parts of the partnership book: name, address, and what one must be permitted to see it.
const BOOK_TABS: &[(&str, &str, Action)] = &[
    ("partnerships", "/partnerships", Action::ReadPublic),
    ("instruments", "/instruments", Action::ReadPublic),
    ("offices", "/offices", Action::ReadPublic),
    ("places", "/places", Action::ReadPublic),
    ("organisations", "/organisations", Action::ReadPublic),
    ("delegations", "/delegations", Action::ReadPublic),
    ("activities", "/activities", Action::ReadPublic),
    ("news", "/news", Action::ReadPublic),
    ("contacts", "/contacts", Action::ReadBook),
    ("requests", "/requests", Action::ReadBook),
    ("collaborations", "/collaborations", Action::ReadPublic),
    ("offers", "/offers", Action::ReadPublic),
    ("presences", "/presences", Action::ReadPublic),
    ("map", "/map", Action::ReadPublic),
    ("matrix", "/matrix", Action::ReadPublic),
    ("notes", "/notes", Action::ReadBook),
    ("reminders", "/reminders", Action::ReadBook),
    ("twin-towns", "/twin-towns", Action::ReadPublic),
    ("disagreements", "/disagreements", Action::ReadPublic),
    ("sources", "/sources", Action::ReadPublic),
];

/// Pages of the book that hang under a tab without having one.
const BESIDE_TABS: [&str; 6] = ["/book", "/gifts", "/people", "/introductions", "/history", "/facts"];

pub struct MenuItem {
    pub label: String,
    pub href: String,
    pub current: bool,
}

enum Shown {
    Text(String),
    Number(i64),
}
impl Shown {
    fn arg(&self) -> Arg<'_> {
        match self {
            Shown::Text(t) => Arg::Text(t),
            Shown::Number(n) => Arg::Number(*n),
        }
    }
}

pub fn civil(d: Day) -> format::Civil {
    format::Civil { year: d.year, month: d.month.unsigned_abs(), day: d.day.unsigned_abs() }
}

fn stamp(lang: Lang, w: &WallTime) -> String {
    let clock = format::Clock { hour: w.hour.unsigned_abs(), minute: w.minute.unsigned_abs() };
    format::instant(lang, format::Stamp { date: civil(w.day), clock, offset: w.offset_minutes, zone: "" })
}
