//! Words for papers, mail and files: what a screen's frame says, in any language and away from a screen.

use domain::{
    Instant, Lang, Money, PartyCode, Refusal,
    party::Party,
    refusal::Value,
    time::{Day, Zone},
};
use i18n::{Arg, format};

/// Speaks one language; knows the parties' names.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub lang: Lang,
    pub parties: &'a [Party],
}

impl Words<'_> {
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
        i18n::text(self.lang, key, &args)
    }
    /// With the currency's code: a letter must not leave open which ¥ or kr. is meant.
    pub fn money(&self, m: Money) -> String {
        format::money_code(m.minor, m.currency.code(), self.lang)
    }
    pub fn day(&self, day: Day) -> String {
        format::date_long(self.lang, civil(day))
    }
    pub fn party(&self, code: &PartyCode) -> String {
        self.parties.iter().find(|p| &p.code == code).map_or_else(|| code.to_string(), |p| p.name.get(self.lang).to_string())
    }
    /// The sentence of a refusal.
    pub fn refusal(&self, r: &Refusal) -> String {
        let words: Vec<(&str, Said)> = r.args().iter().map(|(name, value)| (*name, self.said(value))).collect();
        let args: Vec<(&str, Arg)> = words.iter().map(|(name, word)| (*name, word.arg())).collect();
        i18n::text(self.lang, &format!("refusal-{}", r.key()), &args)
    }
    /// One instant on one wall, with its offset.
    pub fn at(&self, at: Instant, zone: &Zone) -> String {
        let wall = zone.wall(at);
        let clock = format::Clock { hour: wall.hour.unsigned_abs(), minute: wall.minute.unsigned_abs() };
        format::instant(self.lang, format::Stamp { date: civil(wall.day), clock, offset: wall.offset_minutes, zone: "" })
    }

    fn said(&self, value: &Value) -> Said {
        match value {
            Value::Text(t) => Said::Text(t.clone()),
            Value::Number(n) => Said::Number(*n),
            Value::Money(m) => Said::Text(self.money(*m)),
            Value::At(at) => {
                let walls = self.parties.iter().map(|p| format!("{} {}", p.name.get(self.lang), self.at(*at, &p.zone)));
                Said::Text(walls.collect::<Vec<_>>().join(" / "))
            }
            Value::Day(day) => Said::Text(format::date_long(self.lang, civil(*day))),
            Value::Party(p) => Said::Text(self.party(p)),
            Value::Label(t) => Said::Text(t.get(self.lang).into()),
            Value::Key(key) => Said::Text(self.say(key, &[])),
        }
    }
}

enum Said {
    Text(String),
    Number(i64),
}

impl Said {
    fn arg(&self) -> Arg<'_> {
        match self {
            Said::Text(t) => Arg::Text(t),
            Said::Number(n) => Arg::Number(*n),
        }
    }
}

pub(crate) fn civil(d: Day) -> format::Civil {
    format::Civil { year: d.year, month: d.month.unsigned_abs(), day: d.day.unsigned_abs() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Currency;

    #[test]
    fn refusals_speak_every_language() {
        let refusal = Refusal::new(
            "grant-over-request",
            vec![("money", Value::Money(Money::new(150, Currency::Dkk))), ("limit", Value::Money(Money::new(100, Currency::Dkk)))],
        );
        for lang in Lang::ALL {
            let said = Words { lang, parties: &[] }.refusal(&refusal);
            assert!(said.contains("DKK") && !said.contains("[refusal"), "{said}");
        }
    }
}
