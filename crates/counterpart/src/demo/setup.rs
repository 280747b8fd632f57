//! What stands before the first step: parties, bodies, programmes and people; and the second round that is open for visitors.

use super::{call, people};
use actions::{Desk, Viewer, account, call::Publication};
use anyhow::{Result, anyhow, bail};
use domain::{
    Currency, Lang, PartyCode, Role, Text3,
    ids::{BodyId, ProgrammeId},
    party::Party,
    programme::BodyKind,
    time::{Day, Zone},
};

pub fn code(code: &str) -> Result<PartyCode> {
    PartyCode::parse(code).ok_or_else(|| anyhow!("party code {code}"))
}

pub fn day(iso: &str) -> Result<Day> {
    Day::parse(iso).ok_or_else(|| anyhow!("day {iso}"))
}

pub async fn parties(desk: &Desk) -> Result<()> {
    let zone = |name: &str| Zone::parse(name).map_err(|e| anyhow!("{e:?}"));
    let all = [
        Party {
            code: code("RM")?,
            name: Text3::new("Region Midtjylland", "Central Denmark Region", "丹麦中部大区"),
            country: "DK".into(),
            currency: Currency::Dkk,
            zone: zone("Europe/Copenhagen")?,
        },
        Party {
            code: code("SH")?,
            name: Text3::new("Shanghai", "Shanghai", "上海市"),
            country: "CN".into(),
            currency: Currency::Cny,
            zone: zone("Asia/Shanghai")?,
        },
    ];
    Ok(actions::party::save(desk, &Viewer::operator(), &all).await?)
}

pub async fn add_people(desk: &Desk) -> Result<()> {
    for p in &people::PEOPLE {
        account::add(desk, &Viewer::operator(), p.name, &p.email(), p.lang, vec![(p.role, p.party.and_then(PartyCode::parse))]).await?;
    }
    Ok(())
}

/// A person of the demonstration as a viewer.
pub async fn viewer(desk: &Desk, email: &str) -> Result<Viewer> {
    let found = store::account::find_by_email(&mut desk.db.read().await?, email).await?;
    Ok(Viewer::of(found.ok_or_else(|| anyhow!("no account {email}"))?))
}

/// Somebody new, e.g. the contact of a participant or an expert.
pub async fn person(desk: &Desk, name: &str, email: &str, lang: Lang, role: Role, party: Option<&PartyCode>) -> Result<Viewer> {
    account::add(desk, &Viewer::operator(), name, email, lang, vec![(role, party.cloned())]).await?;
    viewer(desk, email).await
}

/// The programme that calls open under.
pub async fn open_programme(desk: &Desk) -> Result<ProgrammeId> {
    let all = actions::programme::list(desk).await?;
    let line = all.into_iter().find(|p| !p.record_only).ok_or_else(|| anyhow!("no open programme"))?;
    Ok(line.id)
}

/// The body of a party and kind that sits on `on`.
pub async fn body(desk: &Desk, party: &PartyCode, kind: BodyKind, on: Day) -> Result<BodyId> {
    let all = store::programme::bodies(&mut desk.db.read().await?).await?;
    let found = all.into_iter().find(|b| &b.party == party && b.kind == kind && b.sits_on(on));
    Ok(found.ok_or_else(|| anyhow!("no {} body of {party} on {}", kind.code(), on.iso()))?.id)
}

/// Both offices publish: a call goes out when both agree to the same version.
pub async fn publish(desk: &Desk, officers: [&Viewer; 2], slug: &str) -> Result<()> {
    for officer in officers {
        let version = actions::call::show(desk, officer, slug).await?.version;
        if actions::call::publish(desk, officer, slug, version).await? == Publication::Published {
            return Ok(());
        }
    }
    bail!("{slug} was not published")
}

/// Opens the second round once, for two months from now, so that a visitor can write, confirm and submit.
pub async fn open_round(desk: &Desk) -> Result<()> {
    let officers = [viewer(desk, "officer-rm@example.org").await?, viewer(desk, "officer-sh@example.org").await?];
    if actions::call::show(desk, &officers[0], call::OPEN_SLUG).await.is_ok() {
        return Ok(());
    }
    let zone = Zone::parse("Europe/Copenhagen").map_err(|e| anyhow!("{e:?}"))?;
    let last = zone.wall(desk.now().plus_seconds(60 * 86_400)).day;
    let closes = zone.instant(&format!("{}T23:59", last.iso())).map_err(|e| anyhow!("{e:?}"))?;
    let presented_on = zone.wall(desk.now().plus_seconds(-30 * 86_400)).day;
    let parties = [code("RM")?, code("SH")?];
    let recommending = body(desk, &parties[0], BodyKind::Recommending, presented_on).await?;
    let setting = call::Setting {
        slug: call::OPEN_SLUG,
        title: Text3::new("Anden runde: it", "Second round: IT", "第二轮：信息技术"),
        opens: desk.now().plus_seconds(1),
        closes,
        completes: closes.plus_seconds(7 * 86_400),
        presented_on,
    };
    let new = call::new_call(desk, &open_programme(desk).await?, &parties, &recommending, setting)?;
    actions::call::create(desk, &officers[0], new).await?;
    publish(desk, [&officers[0], &officers[1]], call::OPEN_SLUG).await
}
