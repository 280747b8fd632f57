//! The receipt for a submitted application: number, the instant on both parties' clocks, fingerprint, signature, and
//! where to verify it.

use i18n::Lang;

use crate::document::{Block, ColumnKind, Date, Document, Fact, Style, Table, Text};
use crate::voice::Voice;

/// Everything the receipt says.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt {
    /// The receipt's language.
    pub lang: Lang,
    /// Who received the application.
    pub issuer: String,
    /// Receipt number.
    pub number: String,
    /// Application number.
    pub application: String,
    /// The project's title.
    pub project: Text,
    /// The call's name.
    pub call: Text,
    /// The person or organisation that submitted.
    pub applicant: Text,
    /// The day of submission on the receiving server's clock (UTC).
    pub date: Date,
    /// The one instant on each party's clock: place and time with offset, as `i18n::format::instant_long` writes it.
    pub instants: [(String, String); 2],
    /// SHA-256 of the frozen dossier, 64 hexadecimal digits.
    pub fingerprint: String,
    /// Ed25519 signature over the receipt, as text.
    pub signature: String,
    /// Name or fingerprint of the key that signed.
    pub key: String,
    /// Address of the page that verifies the receipt without sign-in.
    pub verify: String,
    /// Name and SHA-256 of each part: the form and every attachment.
    pub parts: Vec<(Text, String)>,
}

/// The receipt as a document.
pub fn document(it: &Receipt) -> Document {
    let voice = Voice::new(it.lang, []);
    Document {
        lang: it.lang.code().into(),
        title: voice.word("paper-receipt-title"),
        subtitle: Some(it.project.clone()),
        issuer: it.issuer.clone(),
        date: it.date,
        footer: it.number.clone(),
        meta: meta(it, &voice),
        blocks: blocks(it, &voice),
    }
}

fn meta(it: &Receipt, voice: &Voice) -> Vec<Fact> {
    let [(here, first), (there, second)] = &it.instants;
    let instant = Text::styled(Style::Strong, first.as_str()).then(format!(" {here}\n"));
    let instant = instant.then(Text::styled(Style::Strong, second.as_str())).then(format!(" {there}"));
    vec![
        Fact::new(voice.word("paper-receipt-number"), Text::styled(Style::Strong, it.number.as_str())),
        Fact::new(voice.word("paper-receipt-submitted"), instant),
        Fact::new(voice.word("paper-application"), it.application.as_str()),
        Fact::new(voice.word("paper-call"), it.call.clone()),
        Fact::new(voice.word("paper-receipt-applicant"), it.applicant.clone()),
    ]
}

fn blocks(it: &Receipt, voice: &Voice) -> Vec<Block> {
    let code = |text: &str| Text::styled(Style::Code, text);
    let mut out = vec![Block::paragraph(voice.word("paper-receipt-text")), Block::section(voice.word("paper-receipt-proof"))];
    let items = vec![
        Fact::new(voice.word("paper-receipt-fingerprint"), code(&it.fingerprint)),
        Fact::new(voice.word("paper-receipt-signature"), code(&it.signature)),
        Fact::new(voice.word("paper-receipt-key"), it.key.as_str()),
    ];
    out.push(Block::Facts { items });
    out.push(Block::section(voice.word("paper-receipt-verify")));
    out.push(Block::paragraph(voice.word("paper-receipt-verify-text")));
    let address = Fact::new(voice.word("paper-verify-address"), Text::styled(Style::Link, it.verify.as_str()));
    out.push(Block::Facts { items: vec![address] });
    out.extend(parts(it, voice));
    out
}

fn parts(it: &Receipt, voice: &Voice) -> Vec<Block> {
    if it.parts.is_empty() {
        return Vec::new();
    }
    let columns = [(voice.word("paper-col-part"), ColumnKind::Words(1)), (voice.word("paper-col-fingerprint"), ColumnKind::Words(2))];
    let mut table = Table::new(voice.word("paper-receipt-parts-caption"), columns);
    for (name, fingerprint) in &it.parts {
        table.row(vec![name.clone(), Text::styled(Style::Code, fingerprint.as_str())]);
    }
    vec![Block::section(voice.word("paper-receipt-parts")), Block::Table(table)]
}

#[cfg(test)]
pub(crate) mod tests;
