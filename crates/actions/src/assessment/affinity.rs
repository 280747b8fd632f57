//! How well an expert fits an application: the words of the expert's disciplines in what the applicants wrote.

use domain::{application::Application, assessment::Expert, call::Call, programme::Programme};
use i18n::search;

/// The words of an application, folded once.
pub(super) fn words(app: &Application, call: &Call, programme: &Programme) -> String {
    let p = &app.project;
    let theme = programme
        .theme(p.theme)
        .or(programme.theme(call.theme))
        .map(|t| format!("{} {} {}", t.label.da, t.label.en, t.label.zh))
        .unwrap_or_default();
    search::fold(&[&p.title, &p.acronym, &p.summary, &theme].map(String::as_str).join(" "))
}

/// Millionths: 700,000 for the best discipline wholly found, and 300,000 shared by all. None found is zero, which means unknown, not unfit.
pub(super) fn affinity(expert: &Expert, words: &str) -> i32 {
    let shares: Vec<i64> = expert.disciplines.iter().filter_map(|d| share(d, words)).collect();
    let best = shares.iter().max().copied().unwrap_or(0);
    let mean = shares.iter().sum::<i64>() / (shares.len().max(1) as i64);
    i32::try_from((best * 700 + mean * 300) / 1000).unwrap_or(0)
}

/// The share of a discipline's words that are found, millionths; none for an empty discipline.
fn share(discipline: &str, words: &str) -> Option<i64> {
    let terms = search::fold_query(discipline);
    let found = terms.iter().filter(|t| words.contains(t.as_str())).count() as i64;
    (!terms.is_empty()).then(|| found * 1_000_000 / terms.len() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Instant, PartyCode, ids::ExpertId};

    fn expert(disciplines: &[&str]) -> Expert {
        Expert {
            id: ExpertId::mint(Instant::from_micros(1), [1; 10]),
            party: PartyCode::parse("RM").unwrap(),
            account: None,
            name: "A".into(),
            aliases: vec![],
            organisation: "B".into(),
            organisation_aliases: vec![],
            disciplines: disciplines.iter().map(|d| d.to_string()).collect(),
            min_load: 0,
            max_load: 5,
            made_up: true,
        }
    }

    #[test]
    fn disciplines_are_found_in_all_scripts_and_none_is_zero() {
        let words = search::fold("Vindenergi til havs 海上风能 offshore wind energy");
        assert_eq!(affinity(&expert(&["wind energy"]), &words), 1_000_000);
        assert_eq!(affinity(&expert(&["风能"]), &words), 1_000_000);
        assert_eq!(affinity(&expert(&["wind energy", "cancer"]), &words), 850_000);
        assert_eq!(affinity(&expert(&["cancer"]), &words), 0);
        assert_eq!(affinity(&expert(&[]), &words), 0);
    }
}
