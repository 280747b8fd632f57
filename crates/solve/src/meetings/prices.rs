//! A bound from prices on slots: where tables are short, being busy costs, and each schedule chooses for itself.

use super::grid::Grid;

const SCALE: i64 = 1_000_000;

/// Prices per slot and the bound that they prove (see `certificate`).
pub(super) struct Priced {
    pub scale: i64,
    pub prices: Vec<i64>,
    pub bound: i64,
}

/// Climbs by subgradients; `target` is the cost of a known plan.
pub(super) fn climb(grid: &Grid, target: i64, rounds: u32) -> Priced {
    let mut prices = vec![0; grid.slots];
    let mut best = Priced { scale: SCALE, prices: prices.clone(), bound: 0 };
    let mut highest = i128::MIN;
    let mut share = 2 * SCALE;
    for round in 0..rounds {
        let mut value = 0i128;
        let mut load = vec![0i64; grid.slots];
        for schedule in 0..grid.schedules {
            let (cost, busy) = cheapest(grid, schedule, &prices);
            value += i128::from(cost);
            (0..grid.slots).for_each(|slot| load[slot] += (busy >> slot & 1) as i64);
        }
        let room = |slot: usize| 2 * i64::from(grid.capacity[0][slot]);
        value -= (0..grid.slots).map(|slot| i128::from(prices[slot]) * i128::from(room(slot))).sum::<i128>();
        if value > highest {
            highest = value;
            let bound = (value + i128::from(SCALE) - 1).div_euclid(i128::from(SCALE)) as i64;
            best = Priced { bound: bound.max(0), prices: prices.clone(), ..best };
        } else if round % 10 == 9 {
            share = share * 4 / 5;
        }
        let missing = i128::from(target) * i128::from(SCALE) - value;
        let over: Vec<i64> = (0..grid.slots)
            .map(|slot| if prices[slot] == 0 { (load[slot] - room(slot)).max(0) } else { load[slot] - room(slot) })
            .collect();
        let length: i128 = over.iter().map(|over| i128::from(*over) * i128::from(*over)).sum();
        if missing <= 0 || length == 0 || best.bound >= target {
            break;
        }
        for (price, over) in prices.iter_mut().zip(over) {
            let step = missing * i128::from(over) * i128::from(share) / i128::from(SCALE) / length;
            *price = (i128::from(*price) + step).clamp(0, 1 << 40) as i64;
        }
    }
    best
}

/// The cheapest busy pattern of a schedule, and its cost times the scale.
fn cheapest(grid: &Grid, schedule: usize, prices: &[i64]) -> (i64, u128) {
    const FAR: i64 = i64::MAX / 4;
    let own = &grid.of_schedule[schedule];
    let musts = own.iter().filter(|at| grid.weight[**at as usize].is_none()).count();
    let reach = grid.reach(schedule);
    let width = own.len().min(grid.slots) + 1;
    // Per count and mode: 0 nothing yet in this part, 1 busy in the last slot, 2 idle since a meeting in this part.
    let mut now = vec![[(FAR, 0u128); 3]; width];
    now[0][0] = (0, 0);
    for (slot, price) in prices.iter().enumerate() {
        let mut next = vec![[(FAR, 0u128); 3]; width];
        let starts = grid.part_starts >> slot & 1 == 1;
        for count in 0..width {
            for mode in 0..3 {
                let (cost, busy) = now[count][mode];
                if cost >= FAR {
                    continue;
                }
                let mode = if starts { 0 } else { mode };
                let idle = &mut next[count][if mode == 0 { 0 } else { 2 }];
                if cost < idle.0 {
                    *idle = (cost, busy);
                }
                if reach >> slot & 1 == 1 && count + 1 < width {
                    let cost = cost + price + if mode == 2 { grid.gap_cost * SCALE } else { 0 };
                    let taken = &mut next[count + 1][1];
                    if cost < taken.0 {
                        *taken = (cost, busy | 1 << slot);
                    }
                }
            }
        }
        now = next;
    }
    // With more musts than slots there is a shortage, and nothing to bound.
    now.iter().skip(musts).flatten().copied().min_by_key(|(cost, _)| *cost).filter(|(cost, _)| *cost < FAR).unwrap_or((0, 0))
}
