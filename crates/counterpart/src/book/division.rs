//! Danish regions and municipalities, Chinese provinces, prefectures and the districts of the four large municipalities: a compact file
//! made once from the offices' own lists (`counterpart import places`), and its loader.

use actions::{
    Desk, Viewer,
    place::{self, NewPlace},
};
use anyhow::{Context, Result, anyhow};
use domain::{Text3, place::Kind};
use i18n::search;
use std::collections::{HashMap, HashSet};

/// What ships with the binary. Danish part: contains data from Geodatastyrelsen. Chinese part: GB/T 2260, 2023.
pub const SHIPPED: &str = include_str!("../../data/book/divisions.tsv");

/// One line of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    pub country: String,
    pub code: String,
    pub kind: Kind,
    /// Code of what it lies in; empty: the country.
    pub within: String,
    pub names: Text3,
    /// Names without what they end in, and without tones.
    pub aliases: Vec<String>,
}

impl Division {
    pub fn line(&self) -> String {
        let n = &self.names;
        [&self.country, &self.code, self.kind.code(), &self.within, &n.da, &n.en, &n.zh, &self.aliases.join("|")].join("\t")
    }
    fn parse(line: &str) -> Option<Division> {
        let parts: Vec<&str> = line.split('\t').collect();
        let [country, code, kind, within, da, en, zh, aliases] = parts.try_into().ok()?;
        Some(Division {
            country: country.into(),
            code: code.into(),
            kind: Kind::parse(kind)?,
            within: within.into(),
            names: Text3::new(da, en, zh),
            aliases: aliases.split('|').filter(|a| !a.is_empty()).map(str::to_string).collect(),
        })
    }
}

/// The lines of a file; one that can't be read is named.
pub fn parse(text: &str) -> Result<Vec<Division>> {
    let lines = text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#'));
    lines.map(|(no, line)| Division::parse(line).ok_or_else(|| anyhow!("line {} is no division: {line}", no + 1))).collect()
}

/// Loads divisions that are not there yet, found by their country's code; `step` is told how many came. What they lie in must come before.
pub async fn load(desk: &Desk, all: &[Division], step: impl Fn(u64)) -> Result<usize> {
    let known = place::codes(desk).await?;
    let mut slugs: HashMap<(String, String), String> = HashMap::new();
    let mut taken: HashSet<String> = HashSet::new();
    for (country, code, slug) in known {
        taken.insert(slug.clone());
        if !code.is_empty() {
            slugs.insert((country, code), slug);
        }
    }
    let mut new = Vec::new();
    for d in all {
        let key = (d.country.clone(), d.code.clone());
        if slugs.contains_key(&key) {
            continue;
        }
        let within = if d.within.is_empty() { d.country.clone() } else { d.within.clone() };
        let within =
            slugs.get(&(d.country.clone(), within)).with_context(|| format!("{} lies in {}, which is not there", d.code, d.within))?;
        let plain = search::fold(&d.names.en).replace(' ', "-");
        let slug = if taken.contains(&plain) { format!("{plain}-{}", d.code.to_lowercase()) } else { plain };
        new.push(record(d, &slug, within));
        taken.insert(slug.clone());
        slugs.insert(key, slug);
    }
    step(all.len().saturating_sub(new.len()) as u64);
    for chunk in new.chunks(250) {
        place::load(desk, &Viewer::operator(), chunk).await?;
        step(chunk.len() as u64);
    }
    Ok(new.len())
}

fn record(d: &Division, slug: &str, within: &str) -> NewPlace {
    let source = if d.country == "DK" { "geodatastyrelsen" } else { "gbt-2260" };
    NewPlace {
        slug: slug.into(),
        kind: d.kind,
        names: d.names.clone(),
        country: d.country.clone(),
        code: d.code.clone(),
        wikidata: String::new(),
        within: Some(within.into()),
        at: None,
        verified: true,
        capital: None,
        members: vec![],
        aliases: d.aliases.iter().map(|a| (a.clone(), Some(source.to_string()))).collect(),
        facts: vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_file_holds_every_division_once() {
        let all = parse(SHIPPED).unwrap();
        let of = |country: &str, kind: Kind| all.iter().filter(|d| d.country == country && d.kind == kind).count();
        assert_eq!((of("DK", Kind::Region), of("DK", Kind::Municipality)), (5, 99), "98 municipalities and Christiansø");
        assert_eq!(of("CN", Kind::Province) + of("CN", Kind::DirectMunicipality), 31);
        assert_eq!(of("CN", Kind::Prefecture), 333);
        let mut codes: Vec<_> = all.iter().map(|d| (&d.country, &d.code)).collect();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), all.len());
        for d in &all {
            assert_eq!(Division::parse(&d.line()).as_ref(), Some(d));
            assert!(!d.names.en.is_empty());
        }
    }
}
