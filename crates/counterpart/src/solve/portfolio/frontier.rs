//! `counterpart solve portfolio --frontier`: two pots, the best value for every pair of budgets.

use super::{Answer, Common, refused};
use ::solve::{
    Control,
    json::Json,
    portfolio::{
        Problem,
        frontier::{Frontier, Method},
    },
};
use anyhow::Result;
use std::fmt::Write;

/// What more money buys is told for these parts of a pot.
const TENTHS: i64 = 10;

pub fn answer(common: &Common, problem: &Problem) -> Result<Answer> {
    let fault = |fault| refused(common, &fault);
    let frontier = common.limited(|control| {
        let pots: Vec<i64> = problem.pots.iter().map(|pot| pot.amount).collect();
        match pots[..] {
            [first, second] => Frontier::reaching(problem, [first, second], control),
            _ => Frontier::new(problem),
        }
    })?;
    let frontier = frontier.map_err(fault)?;
    let pots = frontier.pots();
    let value = common.limited(|control| frontier.value_within(pots, control))?.map_err(fault)?;
    let (method, cells) = match frontier.method() {
        Method::Table { unit } => ("table", frontier.reach().iter().zip(unit).map(|(reach, unit)| i128::from(reach / unit)).product()),
        Method::List { points } => ("list", points as i128),
        Method::Search => ("search", 0),
    };
    let portfolio = common.limited(|control| frontier.portfolio(pots, control))?.map_err(fault)?;
    let chosen = problem.projects.iter().zip(&portfolio.chosen).filter(|(_, chosen)| **chosen).map(|(project, _)| project.id.as_str());
    // A lesser pot by tenths: what the last tenths buy.
    let mut text = format!("value {value} for {} and {}, known from a {method}", pots[0], pots[1]);
    let _ = writeln!(text, " ({cells} cells or portfolios)");
    let mut steps = Vec::new();
    for pot in 0..2 {
        for tenth in 1..TENTHS {
            let mut budgets = pots;
            budgets[pot] = pots[pot] / TENTHS * tenth;
            let Ok(less) = frontier.value_within(budgets, Control::free()) else { continue };
            let _ = writeln!(text, "value {less} for {} and {}", budgets[0], budgets[1]);
            steps.push(Json::array([Json::from(budgets[0]), budgets[1].into(), less.into()]));
        }
    }
    let json = Json::object([
        ("objective", value.into()),
        ("bound", value.into()),
        ("optimal", true.into()),
        ("method", method.into()),
        ("cells", cells.into()),
        ("chosen", Json::array(chosen)),
        ("samples", Json::array(steps)),
    ]);
    Ok(Answer { json, text, certificate: None, proven: None })
}
