//! Proofs travel as JSON, and no tampered one is accepted.

use super::small;
use crate::Control;
use crate::experts::cli::{self, Report};
use crate::experts::read::Instance;
use crate::json::tamper::tamper;
use proptest::prelude::*;

/// What a report claims, apart from how it proves it.
fn claims(report: &Report) -> (Option<i64>, Option<i64>, Option<i64>) {
    let worst = if let Report::Fair(fair) = report { Some(fair.worst) } else { None };
    (report.objective(), report.bound(), worst)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn reports_travel_and_tampering_never_proves_a_falsehood(problem in small(), fairly in any::<bool>(), place in 0usize..10_000, by in prop_oneof![-3i64..0, 1i64..3, Just(1000)]) {
        let instance = Instance::unnamed(problem);
        let Ok(report) = cli::run(&instance, fairly, &Control::free()) else { return Ok(()) };
        let mut json = report.to_json();
        prop_assert!(cli::verify(&instance, json.to_string().as_bytes()).is_ok());
        prop_assert_eq!(&Report::from_json(&json).unwrap(), &report);
        prop_assert!(!report.to_text(&instance).is_empty());
        tamper(&mut json, place, by);
        // Another proof of the same claim is fine (prices are seldom unique); another claim is not.
        if cli::verify(&instance, json.to_string().as_bytes()).is_ok() {
            let forged = Report::from_json(&json).unwrap();
            let (objective, bound, worst) = claims(&forged);
            prop_assert_eq!(objective, report.objective());
            prop_assert_eq!(worst, claims(&report).2);
            prop_assert!(bound >= report.objective());
            prop_assert!(report.optimal() || !forged.optimal());
        }
    }

    #[test]
    fn no_report_panics_the_checker(problem in small(), text in r#"\{"objective":1,"bound":1,"optimal":true,"pairs":\[(\[[0-9],[0-9]\])?\],"certificate":\[(\{"dead":[0-9]\}|\{"split":\[[0-9],[0-9]\]\},\{"dead":0\},\{"dead":[0-9]\}|\{"scale":[01],"lifts":\[\],"seats":\[\],"experts":\[\]\})\]\}"#) {
        let instance = Instance::unnamed(problem);
        let _ = cli::verify(&instance, text.as_bytes());
    }
}
