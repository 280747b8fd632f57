//! Made-up people: one account per role and party, and two expert groups. No real person is meant.

use domain::{Lang, Role};

/// Who signs in to try the demonstration.
pub struct Person {
    /// Short name, printed before the sign-in address.
    pub key: &'static str,
    pub name: &'static str,
    pub lang: Lang,
    pub role: Role,
    pub party: Option<&'static str>,
}

impl Person {
    pub fn email(&self) -> String {
        format!("{}@example.org", self.key)
    }
}

const fn person(key: &'static str, name: &'static str, lang: Lang, role: Role, party: Option<&'static str>) -> Person {
    Person { key, name, lang, role, party }
}

pub const PEOPLE: [Person; 7] = [
    person("officer-rm", "Mette Eksempel", Lang::Da, Role::Officer, Some("RM")),
    person("officer-sh", "陈示范", Lang::Zh, Role::Officer, Some("SH")),
    person("applicant", "Alex Applicant", Lang::En, Role::Applicant, None),
    person("board-rm", "Niels Prøve", Lang::Da, Role::Board, Some("RM")),
    person("board-sh", "林样本", Lang::Zh, Role::Board, Some("SH")),
    person("auditor-rm", "Ada Auditor", Lang::En, Role::Auditor, Some("RM")),
    person("auditor-sh", "周核查", Lang::Zh, Role::Auditor, Some("SH")),
];

/// The first expert of each group; they are there once the groups are appointed.
pub const EXPERTS: [&str; 2] = ["expert-rm", "expert-sh"];

/// A made-up expert: name, spelling in the other script, organisation, its other name.
pub struct MadeUpExpert {
    pub name: String,
    pub alias: String,
    pub organisation: &'static str,
    pub organisation_alias: &'static str,
    /// In the expert's language and in English, which most of the consortia write.
    pub disciplines: Vec<String>,
}

const DANISH_FIRST: [&str; 12] =
    ["Åse", "Bjørn", "Cæcilie", "Dagmar", "Ejvind", "Frode", "Gerda", "Hjalmar", "Ingelise", "Jørn", "Kåre", "Lærke"];
const DANISH_LAST: [&str; 4] = ["Prøvesen", "Eksempelgård", "Mønsterholm", "Skønlund"];
/// Surname and given name in characters, and in pinyin.
const CHINESE_LAST: [(&str, &str); 6] = [("王", "Wang"), ("李", "Li"), ("赵", "Zhao"), ("孙", "Sun"), ("吴", "Wu"), ("郑", "Zheng")];
const CHINESE_FIRST: [(&str, &str); 8] = [
    ("示范", "Shifan"),
    ("样例", "Yangli"),
    ("试题", "Shiti"),
    ("明评", "Mingping"),
    ("文审", "Wenshen"),
    ("海评", "Haiping"),
    ("子样", "Ziyang"),
    ("云例", "Yunli"),
];

/// Real organisations on purpose: their members must be found in conflict with their own organisation's applications.
const DANISH_ORGANISATIONS: [(&str, &str); 6] = [
    ("Aarhus Universitet", "Aarhus University"),
    ("Danmarks Tekniske Universitet", "Technical University of Denmark"),
    ("Københavns Universitet", "University of Copenhagen"),
    ("Aalborg Universitet", "Aalborg University"),
    ("VIA University College", ""),
    ("Uafhængig ekspert", "Independent expert"),
];
const CHINESE_ORGANISATIONS: [(&str, &str); 6] = [
    ("上海交通大学", "Shanghai Jiao Tong University"),
    ("复旦大学", "Fudan University"),
    ("清华大学", "Tsinghua University"),
    ("同济大学", "Tongji University"),
    ("中国农业大学", "China Agricultural University"),
    ("独立专家", "Independent expert"),
];

/// English, Danish, Chinese; words that the titles and summaries of the consortia are full of.
const DISCIPLINES: [(&str, &str, &str); 16] = [
    ("health", "sundhed", "健康"),
    ("climate", "klima", "气候"),
    ("energy", "energi", "能源"),
    ("food", "fødevarer", "食品"),
    ("water", "vand", "水"),
    ("urban", "byer", "城市"),
    ("materials", "materialer", "材料"),
    ("agriculture", "landbrug", "农业"),
    ("data", "data", "数据"),
    ("biodiversity", "biodiversitet", "生物多样性"),
    ("soil", "jord", "土壤"),
    ("carbon", "kulstof", "碳"),
    ("disease", "sygdom", "疾病"),
    ("manufacturing", "produktion", "制造"),
    ("marine", "hav", "海洋"),
    ("internet", "internet", "互联网"),
];

fn discipline(party: &str, at: usize) -> Vec<String> {
    let (english, danish, chinese) = DISCIPLINES[at];
    vec![english.to_string(), if party == "SH" { chinese } else { danish }.to_string()]
}

/// `count` experts of one party (`RM` or `SH`); the same every time.
pub fn experts(party: &str, count: usize) -> Vec<MadeUpExpert> {
    (0..count)
        .map(|i| {
            let disciplines = [i * 5, i * 7 + 3].iter().flat_map(|at| discipline(party, at % DISCIPLINES.len())).collect();
            if party == "SH" {
                let (last, last_pinyin) = CHINESE_LAST[i % 6];
                let (first, first_pinyin) = CHINESE_FIRST[(i / 6 + i) % 8];
                let (organisation, organisation_alias) = CHINESE_ORGANISATIONS[i % 6];
                MadeUpExpert {
                    name: format!("{last}{first}"),
                    alias: format!("{last_pinyin} {first_pinyin}"),
                    organisation,
                    organisation_alias,
                    disciplines,
                }
            } else {
                let name = format!("{} {}", DANISH_FIRST[i % 12], DANISH_LAST[(i / 12 + i) % 4]) + &again(i, 48);
                let (organisation, organisation_alias) = DANISH_ORGANISATIONS[i % 6];
                MadeUpExpert { name, alias: String::new(), organisation, organisation_alias, disciplines }
            }
        })
        .collect()
}

/// Groups larger than the names reach repeat them with a number.
fn again(i: usize, names: usize) -> String {
    if i < names { String::new() } else { format!(" {}", i / names + 1) }
}

#[cfg(test)]
mod tests {
    use super::experts;

    #[test]
    fn experts_have_names_of_their_own() {
        for party in ["RM", "SH"] {
            let mut names: Vec<String> = experts(party, 24).into_iter().map(|e| e.name).collect();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), 24, "{party}");
        }
    }
}
