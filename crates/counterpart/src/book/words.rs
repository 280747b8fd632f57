//! What the book's files have in common: texts in three languages, sources, facts, other spellings.

use actions::fact::NewFact;
use anyhow::{Result, anyhow};
use domain::{Text3, edtf::Edtf, fact::Kind};
use serde::Deserialize;

/// A text in three languages as a file has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    #[serde(default)]
    pub da: String,
    #[serde(default)]
    pub en: String,
    #[serde(default)]
    pub zh: String,
}

impl Words {
    pub fn text(&self) -> Text3 {
        Text3 { da: self.da.clone(), en: self.en.clone(), zh: self.zh.clone() }
    }
}

/// `source = "s2"` or `source = ["s1", "s2"]`: the first states it, the others say the same.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Sources {
    One(String),
    Many(Vec<String>),
}

impl Sources {
    pub fn list(&self) -> Vec<String> {
        match self {
            Sources::One(s) => vec![s.clone()],
            Sources::Many(all) => all.clone(),
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactEntry {
    pub kind: String,
    pub body: Words,
    pub number: Option<f64>,
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    pub as_of: String,
    pub source: Sources,
    #[serde(default)]
    pub quote: String,
}

impl FactEntry {
    pub fn fact(&self) -> Result<NewFact> {
        Ok(NewFact {
            kind: Kind::parse(&self.kind).ok_or_else(|| anyhow!("fact kind '{}'", self.kind))?,
            body: self.body.text(),
            number: self.number,
            unit: self.unit.clone(),
            as_of: date(&self.as_of)?,
            sources: self.source.list(),
            quote: self.quote.clone(),
        })
    }
}

pub fn facts(all: &[FactEntry]) -> Result<Vec<NewFact>> {
    all.iter().map(FactEntry::fact).collect()
}

pub fn date(text: &str) -> Result<Edtf> {
    Edtf::parse(text).ok_or_else(|| anyhow!("'{text}' is no date"))
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AliasEntry {
    pub spelling: String,
    pub source: Option<String>,
}

pub fn aliases(all: Vec<AliasEntry>) -> Vec<(String, Option<String>)> {
    all.into_iter().map(|a| (a.spelling, a.source)).collect()
}
