//! Nothing is sent twice, nothing is lost, and what nobody acknowledges rises.

use super::*;
use proptest::prelude::*;

fn day(s: &str) -> Day {
    Day::parse(s).unwrap()
}

fn at(d: Day) -> Instant {
    Instant::parse_rfc3339(&format!("{}T07:30:00Z", d.iso())).unwrap()
}

fn day_of(i: Instant) -> Day {
    day(&i.rfc3339()[..10])
}

fn duty(due: &str) -> Duty {
    Duty { matter: Matter::Notice, subject: "mou".into(), due: day(due) }
}

/// Runs one day and books what it did.
fn run(duties: &[Duty], rows: &mut Vec<Reminder>, today: Day) -> Work {
    let work = reconcile(duties, rows, today, day_of);
    for r in rows.iter_mut() {
        if work.overtake.contains(&r.id) {
            r.state = State::Overtaken;
        } else if work.escalate.contains(&r.id) {
            r.state = State::Escalated;
        }
    }
    for (duty, tier, planned, late) in &work.send {
        let id = ReminderId::mint(at(today), [rows.len() as u8; 10]);
        let r = Reminder {
            id,
            duty: duty.clone(),
            tier: *tier,
            planned: *planned,
            state: State::Sent,
            sent: at(today),
            late: *late,
            acknowledged_by: String::new(),
            acknowledged_at: None,
        };
        rows.push(r);
    }
    work
}

#[test]
fn three_tiers_each_once_and_the_silence_between_rises() {
    let (duties, mut rows) = ([duty("2027-06-30")], Vec::new());
    let mut today = day("2026-10-01");
    while today <= day("2027-07-10") {
        run(&duties, &mut rows, today);
        today = today.plus_days(1);
    }
    let sent: Vec<(Tier, String, i64)> = rows.iter().map(|r| (r.tier, r.planned.iso(), r.late)).collect();
    assert_eq!(sent, [(Tier::Early, "2026-12-29".into(), 0), (Tier::Near, "2027-03-30".into(), 0), (Tier::Urgent, "2027-05-31".into(), 0)]);
    assert_eq!(rows.last().unwrap().state, State::Escalated);
}

#[test]
fn a_missed_day_is_caught_up_and_says_how_late() {
    let (duties, mut rows) = ([duty("2027-06-30")], Vec::new());
    let work = run(&duties, &mut rows, day("2027-04-09"));
    assert_eq!((work.send[0].1, work.send[0].3), (Tier::Near, 10), "one reminder, the tier of today, ten days late");
    assert!(run(&duties, &mut rows, day("2027-04-09")).send.is_empty(), "the same day again does nothing");
}

#[test]
fn a_date_that_passed_during_a_stop_is_still_told() {
    let (duties, mut rows) = ([duty("2027-06-30")], Vec::new());
    let work = run(&duties, &mut rows, day("2027-07-10"));
    assert_eq!(work.send.iter().map(|s| s.1).collect::<Vec<_>>(), [Tier::Urgent]);
    assert!(run(&[duty("2020-06-30")], &mut Vec::new(), day("2027-07-10")).send.is_empty(), "history is left alone");
}

#[test]
fn a_moved_date_overtakes_what_was_said() {
    let mut rows = Vec::new();
    run(&[duty("2027-06-30")], &mut rows, day("2027-06-10"));
    let work = run(&[duty("2028-06-30")], &mut rows, day("2027-06-11"));
    assert_eq!((work.overtake.len(), work.send.len()), (1, 0));
}

#[test]
fn who_has_seen_it_is_left_in_peace() {
    let (duties, mut rows) = ([duty("2027-06-30")], Vec::new());
    run(&duties, &mut rows, day("2027-01-10"));
    acknowledge(&mut rows[0], "anna", at(day("2027-01-11"))).unwrap();
    assert_eq!(acknowledge(&mut rows[0], "anna", at(day("2027-01-11"))).unwrap_err().key(), "reminder-settled");
    assert_eq!(run(&duties, &mut rows, day("2027-02-10")), Work::default());
    assert_eq!(run(&duties, &mut rows, day("2027-04-01")).send.len(), 1, "the next tier still comes");
}

proptest! {
    /// However many days the run misses, by the day after it has run the tier of the day is in the book.
    #[test]
    fn no_pattern_of_missed_days_loses_the_tier_of_the_day(missed in proptest::collection::vec(any::<bool>(), 260)) {
        let duties = [duty("2027-06-30")];
        let (mut rows, mut today) = (Vec::new(), day("2026-10-13"));
        for skip in missed {
            if !skip {
                run(&duties, &mut rows, today);
                if let Some((tier, _)) = tier_due(&duties[0], today) {
                    prop_assert_eq!(rows.iter().filter(|r| r.tier == tier).count(), 1);
                }
            }
            today = today.plus_days(1);
        }
    }
}
