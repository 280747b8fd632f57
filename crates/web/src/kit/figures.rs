//! Money tables of an application: one a side, in its own currency, never added across.

use super::{Frame, Problem};
use domain::{
    Money, PartyCode,
    application::{Application, Category, Participant},
    call::Call,
};

/// A row of a side's table: a participant or a category.
pub struct Row {
    pub label: String,
    /// Language of a typed label; empty for the house's own words.
    pub lang: &'static str,
    /// One a year; none where the participant stated no money.
    pub amounts: Vec<Option<Money>>,
    pub total: Option<Money>,
    pub own: Option<Money>,
    pub hours: i64,
    pub confirmed: bool,
}

/// What a project asks of one side.
pub struct SideTable {
    pub party: PartyCode,
    pub name: String,
    pub currency: String,
    pub years: Vec<i64>,
    pub parts: Vec<Row>,
    pub categories: Vec<Row>,
    pub totals: Vec<Money>,
    pub total: Money,
    pub own: Money,
    pub hours: i64,
    pub unstated: bool,
    /// Somebody of the side stated money; somebody stated an own contribution.
    pub any_stated: bool,
    pub any_own: bool,
}

pub fn sides(l: &Frame, call: &Call, app: &Application) -> Result<Vec<SideTable>, Problem> {
    call.parties.iter().filter_map(|p| l.party_of(p)).map(|p| side(l, &p.code.clone(), app)).collect()
}

fn broken(e: impl std::fmt::Debug) -> Problem {
    Problem::from(anyhow::anyhow!("a sum of the application: {e:?}"))
}

fn side(l: &Frame, party: &PartyCode, app: &Application) -> Result<SideTable, Problem> {
    let currency = l.party_of(party).map(|p| p.currency).ok_or_else(|| broken(party))?;
    let years = app.years();
    let totals = years.iter().map(|y| app.requested_in(party, *y, currency)).collect::<Result<Vec<_>, _>>().map_err(broken)?;
    let sum = app.sum(party, currency).map_err(broken)?;
    let categories = Category::ALL.iter().map(|c| {
        let lines = || app.of(party).flat_map(|p| p.lines.iter()).filter(|x| x.category == *c);
        let amounts = years
            .iter()
            .map(|y| Money::sum(currency, lines().filter(|x| x.year == *y).map(|x| x.amount)).map(Some))
            .collect::<Result<_, _>>()?;
        let total = Some(Money::sum(currency, lines().map(|x| x.amount))?);
        Ok(Row { label: l.code("application-category", c.code()), lang: "", amounts, total, own: None, hours: 0, confirmed: true })
    });
    Ok(SideTable {
        name: l.party(party),
        currency: currency.code().into(),
        parts: app.of(party).map(|p| row(p, &years)).collect::<Result<_, _>>()?,
        categories: categories
            .collect::<Result<Vec<_>, domain::money::MoneyProblem>>()
            .map_err(broken)?
            .into_iter()
            .filter(|r| r.total.is_some_and(|t| t.minor != 0))
            .collect(),
        years,
        totals,
        total: sum.requested,
        own: sum.own,
        hours: sum.hours,
        unstated: sum.unstated,
        any_stated: app.of(party).any(|p| p.money_stated),
        any_own: app.of(party).any(|p| p.years.iter().any(|y| y.own.is_some())),
        party: party.clone(),
    })
}

fn row(p: &Participant, years: &[i64]) -> Result<Row, Problem> {
    let amounts =
        years.iter().map(|y| if p.money_stated { p.requested_in(*y) } else { Ok(None) }).collect::<Result<_, _>>().map_err(broken)?;
    let stated = p.years.iter().any(|y| y.own.is_some());
    Ok(Row {
        label: p.name.clone(),
        lang: p.lang.code(),
        amounts,
        total: p.requested().map_err(broken)?.filter(|_| p.money_stated),
        own: p.own().map_err(broken)?.filter(|_| stated),
        hours: p.hours(),
        confirmed: p.is_confirmed(),
    })
}
