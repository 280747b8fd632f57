//! A dossier has one fingerprint, and it covers everything.
use super::*;

fn text(lang: &str, text: &str) -> Text {
    Text { lang: lang.into(), text: text.into() }
}

fn dkk(minor: i64) -> Money {
    Money { minor, currency: "DKK".into() }
}

fn participant(id: &str) -> Participant {
    Participant {
        id: id.into(),
        party: Some("RM".into()),
        role: "lead".into(),
        organisation: Organisation {
            names: vec![text("da", "Århus Universitet"), text("zh-Hans", "奥胡斯大学")],
            place: "DK-82".into(),
            identifiers: vec![Identifier { scheme: "cvr".into(), value: "31119103".into() }],
        },
        budget: vec![
            BudgetLine { year: 2010, category: "staff".into(), amount: dkk(100) },
            BudgetLine { year: 2009, category: "staff".into(), amount: dkk(200) },
        ],
        own_contribution: None,
        hours: Some(1720),
        confirmed: Some(1_258_000_000_000_000),
    }
}

fn sample() -> ApplicationDossier {
    ApplicationDossier {
        v: 1,
        programme: "p".into(),
        call: "c".into(),
        application: "a".into(),
        version: 1,
        titles: vec![text("en", "Clean water"), text("da", "Rent vand")],
        summaries: vec![],
        start: Some("2010-01-01".into()),
        months: Some(24),
        participants: vec![participant("2"), participant("1")],
        answers: vec![
            Answer { question: "q2".into(), value: AnswerValue::Number(4) },
            Answer { question: "q1".into(), value: AnswerValue::Choice(vec!["yes".into()]) },
        ],
        attachments: vec![Attachment {
            sha256: Digest::of(b"x"),
            length: 1,
            media_type: "application/pdf".into(),
            name: "plan.pdf".into(),
        }],
    }
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let mut other = sample();
    other.titles.reverse();
    other.participants.reverse();
    other.participants[0].budget.reverse();
    other.answers.reverse();
    assert_eq!(sample().bytes().unwrap(), other.bytes().unwrap());
    // A decomposed letter is the same letter.
    other.participants[1].organisation.names[0].text = "A\u{30a}rhus Universitet".into();
    assert_eq!(sample().digest().unwrap(), other.digest().unwrap());
}

#[test]
fn every_field_counts() {
    let changes: [fn(&mut ApplicationDossier); 13] = [
        |d| d.programme.push('x'),
        |d| d.call.push('x'),
        |d| d.application.push('x'),
        |d| d.version += 1,
        |d| d.titles[0].text.push('x'),
        |d| d.start = None,
        |d| d.months = Some(25),
        |d| d.participants[0].budget[0].amount.minor += 1,
        |d| d.participants[0].own_contribution = Some(dkk(0)),
        |d| d.participants[0].hours = None,
        |d| d.participants[0].confirmed = None,
        |d| d.answers[0].value = AnswerValue::Number(5),
        |d| d.attachments[0].length += 1,
    ];
    let digest = sample().digest().unwrap();
    for (i, change) in changes.iter().enumerate() {
        let mut other = sample();
        change(&mut other);
        assert_ne!(other.digest().unwrap(), digest, "change {i}");
    }
}

#[test]
fn it_is_read_back() {
    let bytes = sample().bytes().unwrap();
    let read = ApplicationDossier::read(&bytes).unwrap();
    assert_eq!(read.bytes().unwrap(), bytes);
    assert_eq!(read.participants[0].id, "1");
}
