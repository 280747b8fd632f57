//! The 78 consortia of the shipped file, and their money in each side's currency at fixed, dated rates.

use crate::import::{Consortium, Member};
use anyhow::{Context, Result, anyhow};
use domain::{Currency, Money, money::Rate, time::Day};

const FILE: &str = include_str!("../../data/consortia.jsonl");

/// Where the applications come from; shown on each of them.
pub const SOURCE: &str = "CORDIS, © European Union, CC BY 4.0";

pub fn all() -> Result<Vec<Consortium>> {
    FILE.lines()
        .enumerate()
        .map(|(n, line)| serde_json::from_str(line).with_context(|| format!("consortia.jsonl, line {}", n + 1)))
        .collect()
}

/// The first `count`, beginning again from the first where there are too few: copies get a number of their own, for measurements.
pub fn many(count: usize) -> Result<Vec<Consortium>> {
    let all = all()?;
    let copy = |i: usize| {
        let mut c = all[i % all.len()].clone();
        if i >= all.len() {
            c.id = format!("{}-{}", c.id, i / all.len());
        }
        c
    };
    Ok((0..count).map(copy).collect())
}

/// Euro to the currency of one side: European Central Bank reference rates of 29 December 2023, as its `eurofxref-hist.csv` has them.
pub fn rate(to: Currency) -> Rate {
    let micro = match to {
        Currency::Dkk => 7_452_900,
        Currency::Cny => 7_850_900,
        Currency::Eur => 1_000_000,
    };
    let day = Day { year: 2023, month: 12, day: 29 };
    Rate { from: Currency::Eur, to, micro, day, source: "European Central Bank, euro foreign exchange reference rates".into() }
}

/// What one member asks of its own side and what it puts in itself.
pub struct Part {
    /// The grant CORDIS states; the whole cost where it states a cost and no grant (the Chinese side was not paid by the EU).
    pub asked: Money,
    pub own: Money,
    /// CORDIS states neither cost nor grant: kept so, a finding of the administrative check.
    pub stated: bool,
}

pub fn part(member: &Member, currency: Currency) -> Result<Part> {
    let rate = rate(currency);
    let convert = |cents: i64| rate.convert(Money::new(cents, Currency::Eur)).map_err(|e| anyhow!("{}: {e:?}", member.name));
    let asked = if member.grant > 0 { member.grant } else { member.cost };
    Ok(Part { asked: convert(asked)?, own: convert((member.cost - asked).max(0))?, stated: asked > 0 })
}

/// `total` in equal minor units over `years`, the remainder in the first.
pub fn spread(total: Money, years: usize) -> Vec<Money> {
    let n = years.max(1) as i64;
    let each = total.minor / n;
    (0..n).map(|i| Money::new(if i == 0 { total.minor - each * (n - 1) } else { each }, total.currency)).collect()
}

/// The programme's theme (1 IT, 2 energy and environment, 3 health, 4 bio and nano) by words of the title; the demonstration's own sorting.
pub fn theme(title: &str) -> i64 {
    let title = title.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|w| title.contains(w));
    if says(&[
        "covid",
        "corona",
        "health",
        "disease",
        "diagnos",
        "cancer",
        "drug",
        "ageing",
        "medicine",
        "patient",
        "alzheimer",
        "liver",
        "antimicrobial",
    ]) {
        3
    } else if says(&["data", "digital", "comput", "software", "network", "internet", "sensor", "robot", "quantum", "intelligen"]) {
        1
    } else if says(&["nano", "bio", "gene", "microb", "crop", "food", "feed", "protein", "plant", "breeding"]) {
        4
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_file_holds_the_78_real_consortia() {
        let all = all().unwrap();
        assert_eq!(all.len(), 78);
        assert_eq!(all.iter().map(|c| c.members.len()).sum::<usize>(), 1767);
        assert!(all.iter().all(|c| ["RM", "SH"].iter().all(|p| c.members.iter().any(|m| m.party == *p))));
        let silent = all.iter().flat_map(|c| &c.members).filter(|m| m.party == "SH" && !part(m, Currency::Cny).unwrap().stated).count();
        assert_eq!(silent, 119);
    }

    #[test]
    fn spreading_loses_no_øre() {
        let parts = spread(Money::new(1001, Currency::Dkk), 4);
        assert_eq!(parts.iter().map(|m| m.minor).sum::<i64>(), 1001);
    }
}
