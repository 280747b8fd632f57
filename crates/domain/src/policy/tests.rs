//! The matrix role × action × state as a reviewed file: `UPDATE_MATRIX=1` rewrites it, a diff is a change of permission.
use super::*;

fn party(code: &str) -> PartyCode {
    PartyCode::parse(code).unwrap()
}

fn actors() -> Vec<(&'static str, Actor)> {
    let id = AccountId::parse("01890000-0000-7000-8000-000000000001").unwrap();
    let with = |role, p: Option<&str>| Actor { account: Some(id.clone()), operator: false, roles: vec![(role, p.map(party))] };
    vec![
        ("nobody", Actor::default()),
        ("operator", Actor::operator()),
        ("applicant", with(Role::Applicant, None)),
        ("officer RM", with(Role::Officer, Some("RM"))),
        ("officer SH", with(Role::Officer, Some("SH"))),
        ("expert RM", with(Role::Expert, Some("RM"))),
        ("expert SH", with(Role::Expert, Some("SH"))),
        ("board RM", with(Role::Board, Some("RM"))),
        ("auditor RM", with(Role::Auditor, Some("RM"))),
        ("officer of others", with(Role::Officer, Some("XX"))),
    ]
}

/// Things of party RM, of the pair RM and SH.
fn subjects() -> Vec<(String, Subject)> {
    let parties = [party("RM"), party("SH")];
    let rm = party("RM");
    let mut all = vec![
        ("site".to_string(), Subject::Site),
        ("shared".into(), Subject::Shared { parties: parties.clone() }),
        ("RM's".into(), Subject::Side { party: rm.clone(), parties: parties.clone() }),
    ];
    for (editor, participant, submitted, name) in [
        (true, false, false, "application, editor"),
        (false, true, false, "application, participant"),
        (false, false, false, "draft of others"),
        (false, false, true, "submitted, of others"),
    ] {
        all.push((name.into(), Subject::Application { parties: parties.clone(), editor, participant, submitted }));
    }
    for (mine, conflicted, own_closed, sides_closed, name) in [
        (true, false, false, false, "RM assessment, mine"),
        (true, true, false, false, "RM assessment, mine, conflicted"),
        (false, false, false, false, "RM assessment, other's, mine open"),
        (false, false, true, false, "RM assessment, other's, mine closed"),
        (false, false, false, true, "RM assessment, both sides closed"),
    ] {
        all.push((
            name.into(),
            Subject::Assessment { party: rm.clone(), parties: parties.clone(), mine, conflicted, own_closed, sides_closed },
        ));
    }
    for revealed in [false, true] {
        let name = if revealed { "RM list, revealed" } else { "RM list, sealed" };
        all.push((name.into(), Subject::Priorities { party: rm.clone(), parties: parties.clone(), revealed }));
    }
    all
}

#[test]
fn matrix_is_as_reviewed() {
    let mut out = String::from("# Who may do what on which thing. y = yes, . = no, h = hidden (404), s = sign in first.\n");
    for action in Action::ALL {
        out.push_str(&format!("\n{}\n", action.code()));
        for (name, subject) in subjects() {
            let cells: String = actors()
                .iter()
                .map(|(_, a)| match decide(a, *action, &subject) {
                    Ok(_) => 'y',
                    Err(Denied::NotYours) => '.',
                    Err(Denied::Hidden) => 'h',
                    Err(Denied::SignIn) => 's',
                })
                .collect();
            if cells.contains('y') {
                out.push_str(&format!("  {name:36} {cells}\n"));
            }
        }
    }
    let legend: Vec<&str> = actors().iter().map(|(n, _)| *n).collect();
    out.push_str(&format!("\n# columns: {}\n", legend.join(", ")));
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/policy.matrix.txt");
    if std::env::var_os("UPDATE_MATRIX").is_some() {
        std::fs::write(file, &out).unwrap();
    }
    assert_eq!(out, std::fs::read_to_string(file).unwrap_or_default(), "run with UPDATE_MATRIX=1 and review the diff");
}

#[test]
fn r129_neither_side_writes_on_the_other_sides_things() {
    let parties = [party("RM"), party("SH")];
    let sh = Actor {
        account: AccountId::parse("01890000-0000-7000-8000-000000000001"),
        operator: false,
        roles: vec![(Role::Officer, Some(party("SH")))],
    };
    let rm_side = Subject::Side { party: party("RM"), parties: parties.clone() };
    for action in Action::ALL
        .iter()
        .filter(|a| !matches!(a, Action::ReadPublic | Action::SignIn | Action::SendIdea | Action::RequestVisit | Action::ReadGrants))
    {
        assert!(decide(&sh, *action, &rm_side).is_err(), "{action:?}");
    }
    let sealed = Subject::Priorities { party: party("RM"), parties, revealed: false };
    assert_eq!(decide(&sh, Action::ReadPriorities, &sealed).unwrap_err(), Denied::Hidden);
}
