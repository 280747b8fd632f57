//! The referees' binary format: the loads and a list of pairs, little-endian, in three runs of 32-bit numbers.

use super::Instance;
use crate::ReadError;
use crate::experts::affinity::{ABSENT, Affinity, LIMIT};
use crate::experts::{Expert, Problem};
use std::io::{Read, Seek, SeekFrom};

/// Numbers read at a time from each of the three runs.
const CHUNK: usize = 1 << 14;

/// Reads `i32 applications, i32 experts, i64 pairs, i32 need[], i32 load[], i32 application[], i32 expert[], i32 millionths[]`.
///
/// The runs are read side by side, so that memory holds the affinities only.
pub fn binary(source: &mut (impl Read + Seek)) -> Result<Instance, ReadError> {
    let head = numbers(source, 0, 4)?;
    let (applications, experts) = (count(head[0])?, count(head[1])?);
    let pairs =
        count((i64::from(head[3]) << 32 | i64::from(head[2]) & 0xFFFF_FFFF).try_into().map_err(|_| fault("there are too many pairs"))?)?;
    let size = source.seek(SeekFrom::End(0)).map_err(|error| fault(error.to_string()))?;
    if size != 4 * (4 + applications as u64 + experts as u64 + 3 * pairs as u64) {
        return Err(fault("the length of the file does not match its numbers of applications, experts and pairs"));
    }
    let need = numbers(source, 4, applications)?.into_iter().map(|n| Ok(vec![load(n)?])).collect::<Result<_, _>>()?;
    let max = numbers(source, 4 + applications as u64, experts)?;
    let experts_ = max.into_iter().map(|n| Ok(Expert { party: 0, min: 0, max: load(n)? })).collect::<Result<_, _>>()?;
    let affinity = affinities(source, applications, experts, 4 + applications as u64 + experts as u64, pairs)?;
    let problem = Problem { parties: 1, need, experts: experts_, affinity, forbidden: Vec::new(), fixed: Vec::new(), quotas: Vec::new() };
    Ok(Instance::unnamed(problem))
}

/// A full table when at least half of all pairs exist, otherwise a list.
fn affinities(
    source: &mut (impl Read + Seek),
    applications: usize,
    experts: usize,
    from: u64,
    pairs: usize,
) -> Result<Affinity, ReadError> {
    let cells = applications.checked_mul(experts).ok_or_else(|| fault("there are too many pairs"))?;
    let full = pairs >= cells / 2;
    let mut table = if full { vec![ABSENT; cells] } else { Vec::new() };
    let mut list = Vec::with_capacity(if full { 0 } else { pairs });
    for done in (0..pairs).step_by(CHUNK) {
        let length = CHUNK.min(pairs - done);
        let run = |source: &mut _, nth: u64| numbers(source, from + nth * pairs as u64 + done as u64, length);
        let (rows, columns, weights) = (run(source, 0)?, run(source, 1)?, run(source, 2)?);
        for ((row, column), weight) in rows.into_iter().zip(columns).zip(weights) {
            let (a, e) = (row as usize, column as usize);
            if row < 0 || column < 0 || a >= applications || e >= experts || i64::from(weight).abs() > LIMIT {
                return Err(fault(format!("the pair {row} {column} with weight {weight} is out of range")));
            }
            if !full {
                list.push((row as u32, column as u32, weight));
            } else if std::mem::replace(&mut table[a * experts + e], weight) != ABSENT {
                return Err(fault(format!("the pair {row} {column} stands twice")));
            }
        }
    }
    let affinity = if full { Affinity::full(applications, experts, table) } else { Affinity::listed(applications, experts, list) };
    affinity.ok_or_else(|| fault("a pair stands twice"))
}

fn numbers(source: &mut (impl Read + Seek), from: u64, count: usize) -> Result<Vec<i32>, ReadError> {
    let mut bytes = Vec::new();
    source.seek(SeekFrom::Start(from * 4)).map_err(|error| fault(error.to_string()))?;
    source.take(4 * count as u64).read_to_end(&mut bytes).map_err(|error| fault(error.to_string()))?;
    if bytes.len() != 4 * count {
        return Err(fault("the file is too short"));
    }
    Ok(bytes.as_chunks().0.iter().map(|four| i32::from_le_bytes(*four)).collect())
}

fn count(number: i32) -> Result<usize, ReadError> {
    usize::try_from(number).map_err(|_| fault("a number of applications, experts or pairs is negative"))
}

fn load(number: i32) -> Result<u32, ReadError> {
    u32::try_from(number).map_err(|_| fault("a need or a load is negative"))
}

fn fault(message: impl Into<String>) -> ReadError {
    ReadError::at(0, 0, message)
}
