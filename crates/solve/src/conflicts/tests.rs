//! Conflicts across scripts: recall on the spellings people use, silence on different people, and speed.

use super::*;

fn person(name: &str, organisation: &str) -> Person {
    let some = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
    Person { names: some(name), organisations: some(organisation) }
}

fn participant(name: &str, organisation: &str) -> Participant {
    let Person { names, organisations } = person(name, organisation);
    Participant { names, organisations }
}

fn name(ours: &str, theirs: &str) -> Option<(Reason, u16)> {
    find(&[person(ours, "")], &[participant(theirs, "")]).first().map(|hit| (hit.reason, hit.strength))
}

fn organisation(ours: &str, theirs: &str) -> Option<Reason> {
    find(&[person("", ours)], &[participant("", theirs)]).first().map(|hit| hit.reason)
}

#[test]
fn names_meet_across_spellings() {
    for (ours, theirs, reason) in [
        ("Jens Hansen", "JENS  HANSEN", Reason::Name),
        ("Søren Kjær", "Soeren Kjaer", Reason::Spelling),
        ("Søren Åkjær", "Soren Aakjaer", Reason::Spelling),
        ("Hansen, Jens", "Jens Hansen", Reason::Order),
        ("Jens Peter Hansen", "Jens Hansen", Reason::Middle),
        ("J. Hansen", "Jens Hansen", Reason::Initials),
        ("Jens Hansen", "J. P. Hansen", Reason::Initials),
        ("王小明", "王小明", Reason::Name),
        ("王小明", "Xiaoming Wang", Reason::Pinyin),
        ("王小明", "WANG Xiao-Ming", Reason::Pinyin),
        ("Wang Xiaoming", "Xiao Ming Wang", Reason::Pinyin),
        ("陳偉", "陈伟", Reason::Spelling),
        ("陳偉", "Chen Wei", Reason::Pinyin),
        ("欧阳娜", "Ou Yang Na", Reason::Pinyin),
        ("欧阳娜", "Na Ouyang", Reason::Pinyin),
        ("吕丽", "Lü Li", Reason::Pinyin),
        ("吕丽", "Lyu Li", Reason::Pinyin),
        ("曾强", "Zeng Qiang", Reason::Pinyin),
        ("王小明 (Wang Xiaoming)", "Xiaoming Wang", Reason::Order),
        ("Wáng Xiǎomíng", "王小明", Reason::Pinyin),
    ] {
        for (a, b) in [(ours, theirs), (theirs, ours)] {
            assert_eq!(name(a, b).map(|hit| hit.0), Some(reason), "{a} / {b}");
        }
    }
}

#[test]
fn different_people_do_not_meet() {
    for (ours, theirs) in [("Jens Hansen", "Jonas Hansen"), ("王小明", "王小红"), ("王小明", "Li Xiaoming"), ("", ""), ("...", "...")]
    {
        assert_eq!(name(ours, theirs), None, "{ours} / {theirs}");
    }
}

#[test]
fn organisations_meet_across_languages() {
    use Reason::{Organisation, OrganisationPart, OrganisationSpelling};
    for (ours, theirs, reason) in [
        ("Aarhus Universitet", "aarhus universitet", Organisation),
        ("Århus Universitet", "Aarhus Universitet", OrganisationSpelling),
        ("Aarhus Universitet", "University of Aarhus", OrganisationSpelling),
        ("复旦大学", "Fudan University", OrganisationSpelling),
        ("上海交通大学", "Shanghai Jiao Tong University", OrganisationSpelling),
        ("同济大学", "Tongji University", OrganisationSpelling),
        ("Vestas Wind Systems A/S", "Vestas Wind Systems", OrganisationSpelling),
        ("Aarhus University, Department of Computer Science", "Aarhus Universitet", OrganisationPart),
        ("奥胡斯大学", "Aarhus University", OrganisationSpelling),
    ] {
        assert_eq!(organisation(ours, theirs), Some(reason), "{ours} / {theirs}");
        assert_eq!(organisation(theirs, ours), Some(reason), "{theirs} / {ours}");
    }
    for (ours, theirs) in [
        ("Fudan University", "Tongji University"),
        ("University", "Aarhus University"),
        ("Shanghai Hospital, Department of Medicine", "Odense Hospital, Department of Medicine"),
    ] {
        assert_eq!(organisation(ours, theirs), None, "{ours} / {theirs}");
    }
}

#[test]
fn aliases_meet_and_both_kinds_strengthen() {
    let groups = vec![vec!["STCSM".to_owned(), "上海市科学技术委员会".to_owned()]];
    let hits = find_with(&[person("王伟", "STCSM")], &[participant("Wang Wei", "上海市科学技术委员会")], &groups);
    assert_eq!(hits.iter().map(|hit| hit.reason).collect::<Vec<_>>(), [Reason::Alias, Reason::Pinyin]);
    assert!(hits[1].strength > name("王伟", "Wang Wei").unwrap().1);
}

#[test]
fn everyone_meets_the_own_double() {
    let family = ["王", "李", "张", "陈", "Wang", "Li", "Hansen", "Kjær", "Sørensen", "Østergaard"];
    let given = ["小明", "伟", "丽娜", "Xiaoming", "Wei", "Jens", "Søren", "Lærke", "Jens Peter", "A."];
    let spell = |at: usize| format!("{} {}{}", given[at % 10], family[at / 10 % 10], at / 100);
    let people: Vec<Person> = (0..1500).map(|at| person(&spell(at), &format!("Selskab {at} A/S"))).collect();
    let participants: Vec<Participant> = (0..700).map(|at| participant(&spell(at), &format!("Selskab {at} ApS"))).collect();
    let hits = find(&people, &participants);
    // Everyone meets the own double at least, and the same call gives the same hits.
    let double = |at: u32| hits.iter().any(|hit| (hit.person, hit.participant, hit.reason) == (at, at, Reason::Name));
    assert!([0, 17, 432, 699].into_iter().all(double));
    assert!(hits.iter().all(|hit| hit.strength <= 1000));
    assert_eq!(find(&people[..200], &participants[..200]), find(&people[..200], &participants[..200]));
}

#[test]
fn a_dismissal_outlives_another_order() {
    let hit = |ours, theirs| find(&[person(ours, "")], &[participant(theirs, "")]).remove(0).key();
    assert_eq!(hit("王伟", "Wang Wei"), hit("WANG, Wei", "王伟"));
}

proptest::proptest! {
    #[test]
    fn no_spelling_panics(ours in "\\PC{0,20}", theirs in "[A-Za-zåøæ王伟 .,'’-]{0,20}") {
        let _ = find_with(&[person(&ours, &theirs)], &[participant(&theirs, &ours)], &[vec![ours.clone(), theirs.clone()]]);
    }
}
