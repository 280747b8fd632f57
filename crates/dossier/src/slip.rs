//! The slip that opens a sealed list, in a form that two people can read to each other over a bad line.
//!
//! Eight lines of five groups of five digits: four groups carry 8 bytes, the fifth checks the line. Digits, because
//! they are read alike in Danish and Chinese; a check per line, so that only a wrong line is read again.
use std::fmt;

use crate::digest::Digest;

const LINES: usize = 8;
const GROUPS: usize = 5;
const DIGITS: usize = 5;

/// Key and salt of a sealed list. Secret until the reveal; never shown by `Debug`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    pub key: [u8; 32],
    pub salt: [u8; 32],
}

/// Why a slip could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipError {
    /// It has `found` digits instead of 200.
    Length { found: usize },
    /// Something other than digits, spaces and dashes.
    Character(char),
    /// The check of this line (1 to 8) fails.
    Line(usize),
}

impl Slip {
    /// Eight lines such as `04660 00012 65535 30001 41187`.
    pub fn text(&self) -> String {
        let bytes = self.bytes();
        let mut text = String::with_capacity(LINES * GROUPS * (DIGITS + 1));
        for (number, line) in bytes.chunks_exact(8).enumerate() {
            for pair in line.chunks_exact(2) {
                text.push_str(&format!("{:05} ", u16::from_be_bytes([pair[0], pair[1]])));
            }
            text.push_str(&format!("{:05}\n", check(number, line)));
        }
        text
    }

    /// Reads a slip however it was spaced. Full-width digits, as Chinese keyboards give them, count as digits.
    pub fn parse(text: &str) -> Result<Slip, SlipError> {
        let mut digits = Vec::with_capacity(LINES * GROUPS * DIGITS);
        for c in text.chars() {
            match c {
                '0'..='9' => digits.push(c as u32 - '0' as u32),
                '\u{ff10}'..='\u{ff19}' => digits.push(c as u32 - 0xff10),
                '-' | '\u{2010}'..='\u{2015}' | '.' | ',' | '\u{ff0c}' | '\u{3001}' => {}
                _ if c.is_whitespace() => {}
                _ => return Err(SlipError::Character(c)),
            }
        }
        if digits.len() != LINES * GROUPS * DIGITS {
            return Err(SlipError::Length { found: digits.len() });
        }
        let mut bytes = Vec::with_capacity(64);
        for (number, line) in digits.chunks_exact(GROUPS * DIGITS).enumerate() {
            bytes.extend_from_slice(&read_line(number, line).ok_or(SlipError::Line(number + 1))?);
        }
        let (mut key, mut salt) = ([0; 32], [0; 32]);
        key.copy_from_slice(&bytes[..32]);
        salt.copy_from_slice(&bytes[32..]);
        Ok(Slip { key, salt })
    }

    fn bytes(&self) -> [u8; 64] {
        let mut bytes = [0; 64];
        bytes[..32].copy_from_slice(&self.key);
        bytes[32..].copy_from_slice(&self.salt);
        bytes
    }
}

impl fmt::Debug for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Slip(…)")
    }
}

/// 8 bytes from 25 digits, if every group is in range and the check fits.
fn read_line(number: usize, digits: &[u32]) -> Option<Vec<u8>> {
    let groups: Vec<u16> =
        digits.chunks_exact(DIGITS).map(|group| u16::try_from(group.iter().fold(0, |n, d| n * 10 + d)).ok()).collect::<Option<_>>()?;
    let (last, words) = groups.split_last()?;
    let bytes: Vec<u8> = words.iter().flat_map(|w| w.to_be_bytes()).collect();
    (check(number, &bytes) == *last).then_some(bytes)
}

/// The line's number is part of the check, so that swapped lines are found too.
fn check(number: usize, line: &[u8]) -> u16 {
    let hash = Digest::of_fields(&[b"counterpart/slip/v1", &[number as u8], line]).0;
    u16::from_be_bytes([hash[0], hash[1]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> Slip {
        Slip { key: std::array::from_fn(|i| i as u8), salt: [255; 32] }
    }

    #[test]
    fn a_slip_has_eight_lines_of_five_groups() {
        let text = sample().text();
        assert_eq!(text.lines().count(), 8);
        assert!(text.lines().all(|l| l.split(' ').count() == 5 && l.len() == 29));
        assert!(text.starts_with("00001 00515 01029 01543 "));
        assert_eq!(format!("{:?}", sample()), "Slip(…)");
    }

    #[test]
    fn it_is_read_however_it_is_written() {
        let text = sample().text();
        let wide: String = text.chars().map(|c| c.to_digit(10).and_then(|d| char::from_u32(0xff10 + d)).unwrap_or(c)).collect();
        for form in [text.replace(['\n', ' '], ""), text.replace(' ', "-"), wide, format!("  {text}\r\n")] {
            assert_eq!(Slip::parse(&form), Ok(sample()), "{form}");
        }
    }

    #[test]
    fn a_slip_of_the_tongue_names_its_line() {
        let text = sample().text();
        assert_eq!(Slip::parse(&text[1..]), Err(SlipError::Length { found: 199 }));
        assert_eq!(Slip::parse(&text.replacen('0', "O", 1)), Err(SlipError::Character('O')));
        let mut lines: Vec<&str> = text.lines().collect();
        lines.swap(1, 2);
        assert_eq!(Slip::parse(&lines.join("\n")), Err(SlipError::Line(2)));
        assert_eq!(Slip::parse(&text.replacen("65535", "65536", 1)), Err(SlipError::Line(5)));
    }

    proptest! {
        #[test]
        fn every_slip_comes_back(key: [u8; 32], salt: [u8; 32]) {
            let slip = Slip { key, salt };
            prop_assert_eq!(Slip::parse(&slip.text()), Ok(slip));
        }
    }

    #[test]
    fn two_swapped_groups_are_found() {
        let slip = Slip { key: std::array::from_fn(|i| (i * 37) as u8), salt: std::array::from_fn(|i| (i * 91) as u8) };
        let text = slip.text();
        let groups: Vec<&str> = text.split_whitespace().collect();
        for line in 0..8 {
            for (i, j) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4)] {
                let mut swapped = groups.clone();
                swapped.swap(line * 5 + i, line * 5 + j);
                assert_eq!(Slip::parse(&swapped.join(" ")), Err(SlipError::Line(line + 1)), "{i} {j}");
            }
        }
    }
}
