//! Organisation identifiers. Check digits warn, never block: real codes exist that fail (standards.md 3).

pub mod record;

pub use record::{Category, Organisation, Succession};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Danish business register, 8 digits.
    Cvr,
    /// Chinese unified social credit code, 18 characters (GB 32100-2015).
    Uscc,
    /// Research Organization Registry.
    Ror,
    Other,
}

impl Scheme {
    pub const ALL: [Scheme; 4] = [Scheme::Cvr, Scheme::Uscc, Scheme::Ror, Scheme::Other];
    pub fn code(self) -> &'static str {
        match self {
            Scheme::Cvr => "cvr",
            Scheme::Uscc => "uscc",
            Scheme::Ror => "ror",
            Scheme::Other => "other",
        }
    }
    pub fn parse(s: &str) -> Option<Scheme> {
        Scheme::ALL.into_iter().find(|x| x.code() == s)
    }
}

/// What is odd about an identifier; always a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdWarning {
    Shape,
    CheckDigit,
}

/// Checks a value as typed; blanks are ignored, and a full ROR address is accepted.
pub fn check(scheme: Scheme, value: &str) -> Option<IdWarning> {
    let v: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    match scheme {
        Scheme::Cvr => cvr(&v),
        Scheme::Uscc => uscc(&v.to_ascii_uppercase()),
        Scheme::Ror => ror(v.trim_start_matches("https://ror.org/")),
        Scheme::Other => None,
    }
}

fn verdict(ok: bool) -> Option<IdWarning> {
    (!ok).then_some(IdWarning::CheckDigit)
}

fn cvr(v: &str) -> Option<IdWarning> {
    if v.len() != 8 || v.starts_with('0') || !v.bytes().all(|b| b.is_ascii_digit()) {
        return Some(IdWarning::Shape);
    }
    let sum: u32 = v.bytes().zip([2, 7, 6, 5, 4, 3, 2, 1]).map(|(b, w)| u32::from(b - b'0') * w).sum();
    verdict(sum.is_multiple_of(11))
}

fn uscc(v: &str) -> Option<IdWarning> {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let digits: Option<Vec<u32>> = v.chars().map(|c| ALPHABET.find(c).map(|i| i as u32)).collect();
    let Some(d) = digits.filter(|d| d.len() == 18) else { return Some(IdWarning::Shape) };
    let mut weight = 1;
    let mut sum = 0;
    for x in &d[..17] {
        sum += x * weight;
        weight = weight * 3 % 31;
    }
    verdict((31 - sum % 31) % 31 == d[17])
}

fn ror(v: &str) -> Option<IdWarning> {
    const ALPHABET: &str = "0123456789abcdefghjkmnpqrstvwxyz";
    let v = v.to_ascii_lowercase();
    if v.len() != 9 || !v.starts_with('0') || !v.is_ascii() {
        return Some(IdWarning::Shape);
    }
    let body: Option<u64> = v[1..7].chars().try_fold(0, |n, c| ALPHABET.find(c).map(|i| n * 32 + i as u64));
    match (body, v[7..].parse::<u64>()) {
        (Some(n), Ok(check)) => verdict(98 - (100 * n) % 97 == check),
        _ => Some(IdWarning::Shape),
    }
}

/// What kind of organisation takes part (R13, R86).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Authority,
    University,
    Hospital,
    Research,
    Company,
    Other,
}

impl Kind {
    pub const ALL: [Kind; 6] = [Kind::Authority, Kind::University, Kind::Hospital, Kind::Research, Kind::Company, Kind::Other];
    pub fn code(self) -> &'static str {
        match self {
            Kind::Authority => "authority",
            Kind::University => "university",
            Kind::Hospital => "hospital",
            Kind::Research => "research",
            Kind::Company => "company",
            Kind::Other => "other",
        }
    }
    pub fn parse(s: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.code() == s)
    }
    /// A company takes part only together with one of these (R13).
    pub fn is_public_or_knowledge(self) -> bool {
        matches!(self, Kind::Authority | Kind::University | Kind::Hospital | Kind::Research)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_codes_pass_and_issued_codes_that_fail_only_warn() {
        for v in ["29190925", "31119103"] {
            assert_eq!(check(Scheme::Cvr, v), None);
        }
        assert_eq!(check(Scheme::Cvr, "29190926"), Some(IdWarning::CheckDigit));
        assert_eq!(check(Scheme::Cvr, "1234"), Some(IdWarning::Shape));
        assert_eq!(check(Scheme::Uscc, "91110000600037341L"), None);
        for v in ["91350211M0000XUF46", "91350100M0001TGQXM", "91350628M0000K0H44"] {
            assert_eq!(check(Scheme::Uscc, v), Some(IdWarning::CheckDigit));
        }
        assert_eq!(check(Scheme::Ror, "https://ror.org/01aj84f44"), None);
        assert_eq!(check(Scheme::Ror, "01aj84f45"), Some(IdWarning::CheckDigit));
    }
}
