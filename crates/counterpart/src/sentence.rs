//! Why an action did not happen, as one English sentence for the person at the command line.

use actions::Error;
use domain::{Lang, Refusal, refusal::Value};
use i18n::Arg;

pub fn sentence(error: &Error) -> String {
    match error {
        Error::Refused(refusal) => refused(refusal),
        Error::Invalid(all) => all.iter().map(|e| refused(&e.refusal)).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

fn refused(refusal: &Refusal) -> String {
    let shown: Vec<(&str, String)> = refusal.args().iter().map(|(name, value)| (*name, word(value))).collect();
    let args: Vec<(&str, Arg)> = shown.iter().map(|(name, word)| (*name, Arg::Text(word))).collect();
    i18n::text(Lang::En, &format!("refusal-{}", refusal.key()), &args)
}

fn word(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(n) => n.to_string(),
        Value::Money(money) => money.to_string(),
        Value::Day(day) => day.iso(),
        Value::At(at) => domain::time::Zone::utc().wall(*at).day.iso(),
        Value::Party(party) => party.to_string(),
        Value::Label(text) => text.en.clone(),
        Value::Key(key) => i18n::text(Lang::En, key, &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_said_in_words() {
        let refusal = Refusal::new("email-unknown", vec![("email", Value::Text("p@example.org".into()))]);
        let said = sentence(&refusal.into());
        assert!(said.contains("p@example.org") && !said.contains("email-unknown"), "{said}");
    }
}
