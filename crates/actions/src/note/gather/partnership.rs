//! Sentences from partnerships and offices: who, since when, at what level, on what, under which texts, with what result.

use super::{Origin, Pen, fact};
use crate::Result;
use domain::{
    Lang,
    edtf::Edtf,
    fact::SubjectKind,
    note::{Section, scope::Scope},
    office::PartyRole,
    partnership::{Level, Theme},
};
use store::{
    Tx,
    partnership::{self, Line, detail},
};

/// Those with a party in the country; the nearer to the place, the more is told of them.
pub(super) async fn partnerships(tx: &mut Tx, scope: &Scope<'_>, pen: &mut Pen) -> Result<()> {
    let all = partnership::list(tx).await?;
    for line in &all {
        let parties = line.parties.iter().map(|p| p.member.subject.as_str());
        let Some(section) = scope.related(parties) else { continue };
        pen.subjects.insert(line.partnership.id.to_string());
        pen.partnerships.insert(line.partnership.slug.clone(), section);
        let name = line.name(pen.lang);
        let mut teller = Teller { pen: &mut *pen, section, topic: &name, line };
        teller.itself();
        teller.levels(&detail::levels(tx, &line.partnership.id).await?);
        teller.themes(&detail::themes(tx, &line.partnership.id).await?);
        for link in detail::links(tx, &line.partnership.id).await? {
            teller.link(&link, all.iter().find(|l| l.partnership.id == link.other));
        }
        if section == Section::Home {
            teller.texts(&store::instrument::of_partnership(tx, &line.partnership.id).await?);
        }
        for told in store::fact::of(tx, SubjectKind::Partnership, line.partnership.id.as_str()).await? {
            if told.discords.is_empty() {
                fact::write(pen, section, &name, &told);
            }
        }
    }
    Ok(())
}

struct Teller<'a> {
    pen: &'a mut Pen,
    section: Section,
    topic: &'a str,
    line: &'a Line,
}

impl Teller<'_> {
    fn write(&mut self, what: &str, source: Option<&str>, as_of: &Edtf, body: String) {
        let key = format!("partnership:{}:{what}", self.line.partnership.slug);
        let source = self.pen.slug(source);
        self.pen.write(Origin { section: self.section, topic: self.topic, key, sources: vec![&source], as_of }, body);
    }

    /// Kind, beginning, state, and what it is for.
    fn itself(&mut self) {
        let p = &self.line.partnership;
        let kind = self.pen.say(&format!("partnership-kind-{}", p.kind.code()), &[]);
        let state = self.pen.say(&format!("partnership-state-{}", p.state.code()), &[]);
        let key = if p.since.is_unknown() { "note-say-partnership-undated" } else { "note-say-partnership" };
        let body = self.pen.say(key, &[("kind", &kind), ("since", &self.pen.date(&p.since)), ("state", &state)]);
        let unknown = Edtf::default();
        self.write("is", p.source.as_deref(), &unknown, body);
        for (side, label) in ["a", "b"].into_iter().zip(&p.labels).filter(|(_, label)| label.missing().len() < 3) {
            let body = self.pen.say("note-say-called", &[("label", label.get(self.pen.lang))]);
            self.write(&format!("called:{side}"), p.source.as_deref(), &unknown, body);
        }
        self.write("purpose", p.source.as_deref(), &unknown, p.purpose.get(self.pen.lang).to_string());
    }

    fn levels(&mut self, all: &[domain::partnership::LevelSpell]) {
        for spell in all {
            let level = self.level(spell.level);
            let key = if spell.since.is_unknown() { "note-say-level-undated" } else { "note-say-level" };
            let since = self.pen.date(&spell.since);
            let body = self.pen.say(key, &[("level", &level), ("since", &since), ("note", spell.note.get(self.pen.lang))]);
            self.write(&format!("level:{}", spell.no), spell.source.as_deref(), &Edtf::default(), body);
        }
    }

    fn level(&self, level: Level) -> String {
        self.pen.say(&format!("partnership-level-{}", level.code()), &[])
    }

    /// One sentence for the themes of one level that one source names.
    fn themes(&mut self, all: &[Theme]) {
        let mut groups: Vec<(Option<Level>, Option<&str>, Vec<String>)> = Vec::new();
        for theme in all {
            let period = self.period(theme);
            let words = format!("{}{period}", theme.label.get(self.pen.lang));
            let (level, source) = (theme.level, theme.source.as_deref());
            match groups.iter_mut().find(|(l, s, _)| *l == level && *s == source) {
                Some((_, _, words_of)) => words_of.push(words),
                None => groups.push((level, source, vec![words])),
            }
        }
        for (level, source, words) in groups {
            let themes = i18n::format::list(self.pen.lang, &words);
            let body = match level {
                Some(level) => self.pen.say("note-say-themes-at", &[("themes", &themes), ("level", &self.level(level))]),
                None => self.pen.say("note-say-themes", &[("themes", &themes)]),
            };
            let what = format!("themes:{}:{}", level.map_or("", Level::code), self.pen.slug(source));
            self.write(&what, source, &Edtf::default(), body);
        }
    }

    /// Only where the theme is over: a theme that still holds began with the partnership or is as old as its source.
    fn period(&self, theme: &Theme) -> String {
        if theme.until.is_unknown() {
            return String::new();
        }
        let (from, to) = (self.pen.date(&theme.since), self.pen.date(&theme.until));
        let key = if from.is_empty() || from == to { "note-say-until" } else { "note-say-period" };
        self.pen.say(key, &[("from", &from), ("to", &to)])
    }

    fn link(&mut self, link: &domain::partnership::Link, other: Option<&Line>) {
        let Some(other) = other else { return };
        let what = self.pen.say(&format!("partnership-link-{}", link.kind.code()), &[]);
        let name = other.name(self.pen.lang);
        let body = self.pen.say("note-say-link", &[("link", &what), ("other", &name), ("note", link.note.get(self.pen.lang))]);
        let key = format!("link:{}:{}", link.kind.code(), other.partnership.slug);
        self.write(&key, self.line.partnership.source.as_deref(), &Edtf::default(), body);
    }

    /// The texts that are public.
    fn texts(&mut self, all: &[domain::instrument::Instrument]) {
        for text in all.iter().filter(|i| i.published) {
            let state = self.pen.say(&format!("instrument-state-{}", text.state.code()), &[]);
            let key = if text.signed.is_unknown() { "note-say-text-undated" } else { "note-say-text" };
            let signed = self.pen.date(&text.signed);
            let body = self.pen.say(key, &[("title", text.title.get(self.pen.lang)), ("signed", &signed), ("state", &state)]);
            self.write(&format!("text:{}", text.slug), text.source.as_deref(), &Edtf::default(), body);
        }
    }
}

/// Offices of the writer's country in the country.
pub(super) async fn offices(tx: &mut Tx, scope: &Scope<'_>, pen: &mut Pen) -> Result<()> {
    for line in store::office::list(tx).await? {
        let office = &line.office;
        let section = match scope.told(&office.place) {
            Some(Section::Profile | Section::Cities) => Section::Home,
            Some(Section::Region) => Section::Nearby,
            Some(_) => Section::Elsewhere,
            None => continue,
        };
        pen.subjects.insert(office.id.to_string());
        let topic = office.name.get(pen.lang).to_string();
        let source = pen.slug(office.source.as_deref());
        let mut bodies: Vec<(String, String)> = Vec::new();
        let place = scope.web.nodes.get(&office.place).map_or("", |n| n.names.get(pen.lang));
        let key = if office.opened.is_unknown() { "note-say-office-undated" } else { "note-say-office" };
        bodies.push(("is".into(), pen.say(key, &[("place", place), ("opened", &pen.date(&office.opened))])));
        bodies.push(("purpose".into(), office.purpose.get(pen.lang).to_string()));
        for role in PartyRole::ALL {
            let named = |b: &&store::office::Behind| b.party.role == *role;
            let names: Vec<String> = line.parties.iter().filter(named).map(|b| shared(pen.lang, b)).collect();
            if !names.is_empty() {
                let role_word = pen.say(&format!("office-role-{}", role.code()), &[]);
                let names = i18n::format::list(pen.lang, &names);
                bodies.push((role.code().into(), pen.say("note-say-office-party", &[("role", &role_word), ("names", &names)])));
            }
        }
        if let Some(closing) = &office.closing {
            let decided = pen.date(&closing.decided);
            let args = [("decided", decided.as_str()), ("reason", closing.reason.get(pen.lang))];
            bodies.push(("closing".into(), pen.say("note-say-office-closing", &args)));
        }
        for (what, body) in bodies {
            let key = format!("office:{}:{what}", office.slug);
            pen.write(Origin { section, topic: &topic, key, sources: vec![&source], as_of: &Edtf::default() }, body);
        }
        for told in store::fact::of(tx, SubjectKind::Office, office.id.as_str()).await? {
            if told.discords.is_empty() {
                fact::write(pen, section, &topic, &told);
            }
        }
    }
    Ok(())
}

/// Who stands behind an office, and with which share.
fn shared(lang: Lang, behind: &store::office::Behind) -> String {
    let (name, share) = (behind.names.get(lang), behind.party.share.get(lang));
    match (share.is_empty(), lang) {
        (true, _) => name.to_string(),
        (false, Lang::Zh) => format!("{name}（{share}）"),
        (false, _) => format!("{name} ({share})"),
    }
}
