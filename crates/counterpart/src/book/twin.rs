//! Twin towns as Wikidata states them (P190, CC0): a compact file made once (`counterpart import twin-towns`), and its loader.
//! Nobody has checked them: they become unverified places and claims.

use actions::{
    Desk, Viewer,
    place::{self, NewPlace},
};
use anyhow::{Context, Result, anyhow};
use domain::{Text3, place::Kind};
use i18n::search;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    io::{Read, Write},
};

/// What ships with the binary: names and pairs, Brotli.
pub const SHIPPED: &[u8] = include_bytes!("../../data/book/twin-towns.br");
/// Slug of their source.
const SOURCE: &str = "wikidata-p190";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Twins {
    /// Number of the Wikidata item and the place's name, by number.
    pub names: Vec<(u64, String)>,
    /// Places by their position in `names`, the smaller first.
    pub pairs: Vec<(usize, usize)>,
}

impl Twins {
    /// From the extract: `Q1748<tab>Name` and `Q1748<tab>Q956` lines. A pair that is named both ways counts once.
    pub fn read(names: &str, relations: &str) -> Result<Twins> {
        let item = |q: &str| q.strip_prefix('Q').and_then(|n| n.parse::<u64>().ok()).with_context(|| format!("'{q}' is no Wikidata item"));
        let mut named: BTreeMap<u64, String> = BTreeMap::new();
        for line in names.lines().filter(|l| !l.is_empty()) {
            let (q, name) = line.split_once('\t').with_context(|| format!("'{line}' is not item and name"))?;
            named.insert(item(q)?, name.trim().to_string());
        }
        let position: HashMap<u64, usize> = named.keys().enumerate().map(|(i, q)| (*q, i)).collect();
        let mut pairs = BTreeSet::new();
        for line in relations.lines().filter(|l| !l.is_empty()) {
            let (a, b) = line.split_once('\t').with_context(|| format!("'{line}' is not two items"))?;
            let at = |q: &str| position.get(&item(q)?).copied().ok_or_else(|| anyhow!("{q} has no name"));
            let (a, b) = (at(a.trim())?, at(b.trim())?);
            if a != b {
                pairs.insert((a.min(b), a.max(b)));
            }
        }
        Ok(Twins { names: named.into_iter().collect(), pairs: pairs.into_iter().collect() })
    }

    /// Differences instead of numbers, as text, then Brotli.
    pub fn pack(&self) -> Result<Vec<u8>> {
        let mut text = String::new();
        let mut before = 0;
        for (q, name) in &self.names {
            text.push_str(&format!("{}\t{name}\n", q - before));
            before = *q;
        }
        let (mut row, mut column) = (0, 0);
        for (a, b) in &self.pairs {
            if *a != row {
                column = *a;
            }
            text.push_str(&format!("\n{} {}", a - row, b - column));
            (row, column) = (*a, *b);
        }
        let mut packed = Vec::new();
        let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
        writer.write_all(text.as_bytes())?;
        drop(writer);
        Ok(packed)
    }

    pub fn unpack(packed: &[u8]) -> Result<Twins> {
        let mut text = String::new();
        brotli::Decompressor::new(packed, 1 << 16).read_to_string(&mut text).context("the file of twin towns")?;
        let mut twins = Twins::default();
        let (mut q, mut row, mut column) = (0, 0, 0);
        for line in text.lines().filter(|l| !l.is_empty()) {
            if let Some((step, name)) = line.split_once('\t') {
                q += step.parse::<u64>()?;
                twins.names.push((q, name.into()));
            } else {
                let (a, b) = line.split_once(' ').with_context(|| format!("'{line}' is no pair"))?;
                let (down, right) = (a.parse::<usize>()?, b.parse::<usize>()?);
                row += down;
                if down > 0 {
                    column = row;
                }
                column += right;
                twins.pairs.push((row, column));
            }
        }
        Ok(twins)
    }
}

/// Loads places and pairs that are not there yet; a place is known by its Wikidata item. `step` is told how many rows were treated.
pub async fn load(desk: &Desk, twins: &Twins, step: impl Fn(u64)) -> Result<(usize, usize)> {
    let mut ids = place::by_wikidata(desk).await?;
    let new: Vec<NewPlace> = twins.names.iter().filter(|(q, _)| !ids.contains_key(&format!("Q{q}"))).map(|(q, n)| record(*q, n)).collect();
    step((twins.names.len() - new.len()) as u64);
    for chunk in new.chunks(500) {
        place::load(desk, &Viewer::operator(), chunk).await?;
        step(chunk.len() as u64);
    }
    if !new.is_empty() {
        ids = place::by_wikidata(desk).await?;
    }
    let id = |i: usize| {
        let q = twins.names.get(i).map(|(q, _)| format!("Q{q}")).unwrap_or_default();
        ids.get(&q).cloned().with_context(|| format!("{q} was not loaded"))
    };
    let mut pairs = 0;
    for chunk in twins.pairs.chunks(2000) {
        let chunk: Vec<_> = chunk.iter().map(|(a, b)| anyhow::Ok((id(*a)?, id(*b)?))).collect::<Result<_>>()?;
        pairs += place::load_pairs(desk, &Viewer::operator(), &chunk, SOURCE).await?;
        step(chunk.len() as u64);
    }
    Ok((new.len(), pairs))
}

fn record(q: u64, name: &str) -> NewPlace {
    let words = search::fold(name).split(' ').filter(|w| w.is_ascii()).collect::<Vec<_>>().join("-");
    NewPlace {
        slug: if words.is_empty() { format!("q{q}") } else { format!("{words}-q{q}") },
        kind: Kind::Unclassified,
        names: Text3::new("", name, ""),
        country: String::new(),
        code: String::new(),
        wikidata: format!("Q{q}"),
        within: None,
        at: None,
        verified: false,
        capital: None,
        members: vec![],
        aliases: vec![],
        facts: vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_counts_once_and_packing_loses_nothing() {
        let twins = Twins::read("Q3\tC\nQ1\tÅrhus\nQ200\t上海\n", "Q1\tQ200\nQ200\tQ1\nQ3\tQ200\nQ1\tQ3\nQ3\tQ3\n").unwrap();
        assert_eq!(twins.names[2], (200, "上海".to_string()));
        assert_eq!(twins.pairs, [(0, 1), (0, 2), (1, 2)]);
        assert_eq!(Twins::unpack(&twins.pack().unwrap()).unwrap(), twins);
        assert!(Twins::read("Q1\tA\n", "Q1\tQ2\n").is_err(), "a pair of somebody without a name");
    }

    #[test]
    fn the_shipped_file_is_whole() {
        let twins = Twins::unpack(SHIPPED).unwrap();
        assert_eq!((twins.names.len(), twins.pairs.len()), (10_055, 17_401));
    }
}
