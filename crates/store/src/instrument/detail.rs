//! What hangs on a text: bound organisations, signatories, language versions, paper, approvals, commitments.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Permit, Text3,
    edtf::Edtf,
    ids::{ApprovalId, CommitmentId, DocumentId, InstrumentId, VersionId},
    instrument::{Approval, ApprovalKind, Bound, Commitment, Outcome, Paper, Physical, Progress, Side, Signatory, Version},
};

sql! {
    BOUND = "select b.instrument, b.side, b.no, b.organisation, o.slug, o.names, o.country from instrument_party b join organisation o on o.id = b.organisation
             where b.instrument = $1 order by b.side, b.no";
    CLEAR_BOUND = "delete from instrument_party where instrument = $1";
    ADD_BOUND = "insert into instrument_party (instrument, side, no, organisation) values ($1, $2, $3, $4)";
    SIGNATORIES = "select side, no, post, name, organisation, signed from signatory where instrument = $1 order by side, no";
    CLEAR_SIGNATORIES = "delete from signatory where instrument = $1 and side = $2";
    ADD_SIGNATORY = "insert into signatory (instrument, side, no, post, name, organisation, signed) values ($1, $2, $3, $4, $5, $6, $7)";
    VERSIONS = "select v.id, v.lang, v.name, v.document, d.size, v.at from instrument_version v join document d on d.id = v.document where v.instrument = $1 order by v.lang, v.at";
    ADD_VERSION = "insert into instrument_version (id, instrument, lang, name, document, at) values ($1, $2, $3, $4, $5, $6)";
    DROP_VERSION = "delete from instrument_version where instrument = $1 and id = $2";
    PAPERS = "select no, kind, day, note from instrument_paper where instrument = $1 order by no";
    ADD_PAPER = "insert into instrument_paper (instrument, no, kind, day, note)
                 select cast($1 as text), coalesce(max(no), 0) + 1, cast($2 as text), cast($3 as text), cast($4 as text) from instrument_paper where instrument = $1";
    APPROVALS = "select id, side, no, kind, body, due, outcome, decided, reference from approval_step where instrument = $1 order by side, no";
    ADD_APPROVAL = "insert into approval_step (id, instrument, side, no, kind, body, due, outcome, decided, reference)
                    select cast($1 as text), cast($2 as text), cast($3 as text), coalesce(max(no), 0) + 1, cast($4 as text), cast($5 as text), cast($6 as text), cast($7 as text),
                    cast($8 as text), cast($9 as text) from approval_step where instrument = $2 and side = $3";
    SET_APPROVAL = "update approval_step set body = $3, due = $4, outcome = $5, decided = $6, reference = $7 where instrument = $1 and id = $2";
    OPEN_APPROVALS = "select s.id, s.instrument, s.body, s.due from approval_step s join instrument i on i.id = s.instrument
                      where s.outcome = 'open' and s.due <> '' and i.state in ('draft', 'offered', 'signed') order by s.due, s.id";
    COMMITMENTS = "select id, no, body, owner_a, owner_b, due, indicator, progress, done, evidence from commitment where instrument = $1 order by no";
    ADD_COMMITMENT = "insert into commitment (id, instrument, no, body, owner_a, owner_b, due, indicator, progress, done, evidence)
                      select cast($1 as text), cast($2 as text), coalesce(max(no), 0) + 1, cast($3 as text), cast($4 as text), cast($5 as text), cast($6 as text), cast($7 as text),
                      cast($8 as text), cast($9 as text), cast($10 as text) from commitment where instrument = $2";
    SET_COMMITMENT = "update commitment set body = $3, owner_a = $4, owner_b = $5, due = $6, indicator = $7, progress = $8, done = $9, evidence = $10 where instrument = $1 and id = $2";
    // Open promises of texts that bind, with whose they are.
    OPEN_COMMITMENTS = "select c.id, c.no, c.body, c.owner_a, c.owner_b, c.due, c.indicator, c.progress, c.done, c.evidence, c.instrument
                        from commitment c join instrument i on i.id = c.instrument
                        where c.progress = 'open' and c.due <> '' and i.state in ('in-force', 'notice-given') order by c.due, c.id";
}

/// A bound organisation with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundBy {
    pub bound: Bound,
    pub slug: String,
    pub names: Text3,
    pub country: String,
}

pub async fn bound(tx: &mut Tx, id: &InstrumentId) -> Result<Vec<BoundBy>> {
    let read = |r: &Row| {
        Ok(BoundBy {
            bound: Bound { side: r.parse("side", Side::parse)?, no: r.int("no")?, organisation: r.text("organisation")? },
            slug: r.text("slug")?,
            names: r.text3("names")?,
            country: r.text("country")?,
        })
    };
    tx.all(BOUND, &[id.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn set_bound(tx: &mut Tx, _permit: &Permit, id: &InstrumentId, all: &[Bound]) -> Result<()> {
    tx.run(CLEAR_BOUND, &[id.as_str().into()]).await?;
    for b in all {
        tx.run(ADD_BOUND, &[id.as_str().into(), b.side.code().into(), b.no.into(), (&b.organisation).into()]).await?;
    }
    Ok(())
}

pub async fn signatories(tx: &mut Tx, id: &InstrumentId) -> Result<Vec<Signatory>> {
    let read = |r: &Row| {
        Ok(Signatory {
            side: r.parse("side", Side::parse)?,
            no: r.int("no")?,
            post: r.text3("post")?,
            name: r.text("name")?,
            organisation: r.opt_text("organisation")?,
            signed: r.parse("signed", Edtf::parse)?,
        })
    };
    tx.all(SIGNATORIES, &[id.as_str().into()]).await?.iter().map(read).collect()
}

/// All signatories of one side, in place of those before.
pub async fn set_signatories(tx: &mut Tx, _permit: &Permit, id: &InstrumentId, side: Side, all: &[Signatory]) -> Result<()> {
    tx.run(CLEAR_SIGNATORIES, &[id.as_str().into(), side.code().into()]).await?;
    for s in all {
        let args = [
            id.as_str().into(),
            side.code().into(),
            s.no.into(),
            (&s.post).into(),
            (&s.name).into(),
            s.organisation.clone().into(),
            s.signed.as_str().into(),
        ];
        tx.run(ADD_SIGNATORY, &args).await?;
    }
    Ok(())
}

pub async fn versions(tx: &mut Tx, id: &InstrumentId) -> Result<Vec<Version>> {
    let read = |r: &Row| {
        Ok(Version {
            id: r.parse("id", VersionId::parse)?,
            lang: r.text("lang")?,
            name: r.text("name")?,
            document: r.parse("document", DocumentId::parse)?,
            bytes: r.int("size")?,
            at: r.at("at")?,
        })
    };
    tx.all(VERSIONS, &[id.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn add_version(tx: &mut Tx, _permit: &Permit, id: &InstrumentId, v: &Version) -> Result<()> {
    let args = [v.id.as_str().into(), id.as_str().into(), (&v.lang).into(), (&v.name).into(), v.document.as_str().into(), v.at.into()];
    tx.run(ADD_VERSION, &args).await?;
    Ok(())
}

pub async fn drop_version(tx: &mut Tx, _permit: &Permit, id: &InstrumentId, version: &VersionId) -> Result<()> {
    tx.run(DROP_VERSION, &[id.as_str().into(), version.as_str().into()]).await?;
    Ok(())
}

pub async fn papers(tx: &mut Tx, id: &InstrumentId) -> Result<Vec<Paper>> {
    let read = |r: &Row| {
        Ok(Paper { no: r.int("no")?, kind: r.parse("kind", Physical::parse)?, day: r.parse("day", Edtf::parse)?, note: r.text("note")? })
    };
    tx.all(PAPERS, &[id.as_str().into()]).await?.iter().map(read).collect()
}

/// `p.no` is not looked at: the step becomes the last.
pub async fn add_paper(tx: &mut Tx, _permit: &Permit, id: &InstrumentId, p: &Paper) -> Result<()> {
    tx.run(ADD_PAPER, &[id.as_str().into(), p.kind.code().into(), p.day.as_str().into(), (&p.note).into()]).await?;
    Ok(())
}

pub async fn approvals(tx: &mut Tx, id: &InstrumentId) -> Result<Vec<Approval<ApprovalId>>> {
    let read = |r: &Row| {
        Ok(Approval {
            id: r.parse("id", ApprovalId::parse)?,
            side: r.parse("side", Side::parse)?,
            no: r.int("no")?,
            kind: r.parse("kind", ApprovalKind::parse)?,
            body: r.text("body")?,
            due: r.parse("due", Edtf::parse)?,
            outcome: r.parse("outcome", Outcome::parse)?,
            decided: r.parse("decided", Edtf::parse)?,
            reference: r.text("reference")?,
        })
    };
    tx.all(APPROVALS, &[id.as_str().into()]).await?.iter().map(read).collect()
}

/// `a.no` is not looked at: the step becomes its side's last.
pub async fn add_approval(tx: &mut Tx, _permit: &Permit, id: &InstrumentId, a: &Approval<ApprovalId>) -> Result<()> {
    let args = [
        a.id.as_str().into(),
        id.as_str().into(),
        a.side.code().into(),
        a.kind.code().into(),
        (&a.body).into(),
        a.due.as_str().into(),
        a.outcome.code().into(),
        a.decided.as_str().into(),
        (&a.reference).into(),
    ];
    tx.run(ADD_APPROVAL, &args).await?;
    Ok(())
}

pub async fn set_approval(tx: &mut Tx, _permit: &Permit, id: &InstrumentId, a: &Approval<ApprovalId>) -> Result<bool> {
    let args = [
        id.as_str().into(),
        a.id.as_str().into(),
        (&a.body).into(),
        a.due.as_str().into(),
        a.outcome.code().into(),
        a.decided.as_str().into(),
        (&a.reference).into(),
    ];
    Ok(tx.run(SET_APPROVAL, &args).await? == 1)
}

/// An approval that has a date and no outcome yet.
pub struct Waiting {
    pub id: ApprovalId,
    pub instrument: InstrumentId,
    pub body: String,
    pub due: Edtf,
}

pub async fn open_approvals(tx: &mut Tx) -> Result<Vec<Waiting>> {
    let read = |r: &Row| {
        Ok(Waiting {
            id: r.parse("id", ApprovalId::parse)?,
            instrument: r.parse("instrument", InstrumentId::parse)?,
            body: r.text("body")?,
            due: r.parse("due", Edtf::parse)?,
        })
    };
    tx.all(OPEN_APPROVALS, &[]).await?.iter().map(read).collect()
}

pub async fn commitments(tx: &mut Tx, id: &InstrumentId) -> Result<Vec<Commitment>> {
    tx.all(COMMITMENTS, &[id.as_str().into()]).await?.iter().map(commitment).collect()
}

pub async fn open_commitments(tx: &mut Tx) -> Result<Vec<(InstrumentId, Commitment)>> {
    let rows = tx.all(OPEN_COMMITMENTS, &[]).await?;
    rows.iter().map(|r| Ok((r.parse("instrument", InstrumentId::parse)?, commitment(r)?))).collect()
}

/// `c.no` is not looked at: the line becomes the last.
pub async fn add_commitment(tx: &mut Tx, _permit: &Permit, id: &InstrumentId, c: &Commitment) -> Result<()> {
    let mut args = vec![c.id.as_str().into(), id.as_str().into()];
    args.extend(promised(c));
    tx.run(ADD_COMMITMENT, &args).await?;
    Ok(())
}

pub async fn set_commitment(tx: &mut Tx, _permit: &Permit, id: &InstrumentId, c: &Commitment) -> Result<bool> {
    let mut args = vec![id.as_str().into(), c.id.as_str().into()];
    args.extend(promised(c));
    Ok(tx.run(SET_COMMITMENT, &args).await? == 1)
}

fn promised(c: &Commitment) -> [crate::Value; 8] {
    [
        (&c.body).into(),
        (&c.owners[0]).into(),
        (&c.owners[1]).into(),
        c.due.as_str().into(),
        (&c.indicator).into(),
        c.progress.code().into(),
        c.done.as_str().into(),
        (&c.evidence).into(),
    ]
}

fn commitment(r: &Row) -> Result<Commitment> {
    Ok(Commitment {
        id: r.parse("id", CommitmentId::parse)?,
        no: r.int("no")?,
        body: r.text3("body")?,
        owners: [r.text("owner_a")?, r.text("owner_b")?],
        due: r.parse("due", Edtf::parse)?,
        indicator: r.text3("indicator")?,
        progress: r.parse("progress", Progress::parse)?,
        done: r.parse("done", Edtf::parse)?,
        evidence: r.text("evidence")?,
    })
}
