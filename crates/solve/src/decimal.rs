//! Decimal text to scaled integers without a detour over floating point: `0.25` with six digits is 250,000.

/// The number times `10^digits`, rounded half to even; `None` when it is no number or does not fit in `i64`.
///
/// Accepts what files contain: an optional sign, digits with an optional point, an optional exponent.
pub fn scaled(text: &[u8], digits: i32) -> Option<i64> {
    let (negative, rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let (mantissa, exponent) = match rest.iter().position(|b| matches!(b, b'e' | b'E')) {
        Some(at) => (&rest[..at], power(&rest[at + 1..])?),
        None => (rest, 0),
    };
    let point = mantissa.iter().position(|b| *b == b'.').unwrap_or(mantissa.len());
    let (whole, fraction) = (&mantissa[..point], mantissa.get(point + 1..).unwrap_or_default());
    if whole.is_empty() && fraction.is_empty() || !whole.iter().chain(fraction).all(u8::is_ascii_digit) {
        return None;
    }
    let keep = point as i64 + i64::from(digits) + exponent;
    let magnitude = rounded(whole.iter().chain(fraction).map(|b| b - b'0'), keep)?;
    if negative { Some(-magnitude) } else { Some(magnitude) }
}

/// The first `keep` digits as an integer (zeros appended when there are fewer), rounded by the rest.
fn rounded(digits: impl Iterator<Item = u8>, keep: i64) -> Option<i64> {
    let (mut number, mut seen) = (0i64, 0i64);
    // The cut-off part: its first digit, and whether anything but zero follows.
    let (mut first, mut more) = (0u8, false);
    for digit in digits {
        if seen < keep {
            number = number.checked_mul(10)?.checked_add(digit.into())?;
        } else if seen == keep {
            first = digit;
        } else {
            more |= digit != 0;
        }
        seen += 1;
    }
    if keep < 0 {
        return Some(0);
    }
    while seen < keep && number != 0 {
        number = number.checked_mul(10)?;
        seen += 1;
    }
    let up = first > 5 || first == 5 && (more || number % 2 == 1);
    number.checked_add(up.into())
}

/// The exponent; absurd ones are clamped, the caller then finds zero or overflow.
fn power(text: &[u8]) -> Option<i64> {
    let (negative, rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    if rest.is_empty() || !rest.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let size = rest.iter().fold(0i64, |n, b| (n * 10 + i64::from(b - b'0')).min(1_000_000_000));
    Some(if negative { -size } else { size })
}

#[cfg(test)]
mod tests {
    use super::scaled;

    #[test]
    fn decimals_scale_exactly() {
        for (text, expected) in [
            ("0.25", Some(250_000)),
            ("-1", Some(-1_000_000)),
            ("1e-3", Some(1_000)),
            ("2.5E1", Some(25_000_000)),
            (".5", Some(500_000)),
            ("0.0000005", Some(0)),
            ("0.0000015", Some(2)),
            ("0.00000050001", Some(1)),
            ("1e-999999999999", Some(0)),
            ("0e99999999999", Some(0)),
            ("1e99", None),
            ("", None),
            (".", None),
            ("1.2.3", None),
            ("e5", None),
            ("9223372036854775808", None),
        ] {
            assert_eq!(scaled(text.as_bytes(), 6), expected, "{text}");
        }
    }
}
