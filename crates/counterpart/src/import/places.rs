//! `counterpart import places`: Danish and Chinese administrative divisions from the offices' own lists.
//!
//! Chinese lists have no Latin names: they get pinyin, and the official Latin name where that is another (Hohhot, Lhasa, Ürümqi).

use anyhow::{Context, Result};
use counterpart::book::division::Division;
use domain::{Text3, place::Kind};
use i18n::pinyin::syllables;
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
struct Municipality {
    komkode: String,
    navn: String,
    iso3166_2: String,
    region: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Listed {
    code: String,
    name: String,
    #[serde(default)]
    province_code: String,
    #[serde(default)]
    children: Vec<Listed>,
}

/// Both countries' divisions from `denmark/kommuner.csv` and `china-divisions/*.json` below `dir`.
pub fn read(dir: &Path) -> Result<Vec<Division>> {
    let mut all = danish(&dir.join("denmark/kommuner.csv"))?;
    all.extend(chinese(&dir.join("china-divisions"))?);
    Ok(all)
}

fn danish(path: &Path) -> Result<Vec<Division>> {
    let shown = path.display();
    let rows: Vec<Municipality> = csv::Reader::from_path(path)
        .with_context(|| shown.to_string())?
        .deserialize()
        .collect::<Result<_, _>>()
        .with_context(|| shown.to_string())?;
    let mut all: Vec<Division> = Vec::new();
    for row in &rows {
        // Christiansø lies outside all regions and has no region's code.
        if !row.iso3166_2.is_empty() && !all.iter().any(|d| d.code == row.iso3166_2) {
            all.push(division("DK", &row.iso3166_2, Kind::Region, "", Text3::new(&row.region, &row.region, "")));
        }
    }
    all.extend(rows.iter().map(|m| division("DK", &m.komkode, Kind::Municipality, &m.iso3166_2, Text3::new(&m.navn, &m.navn, ""))));
    Ok(all)
}

fn chinese(dir: &Path) -> Result<Vec<Division>> {
    let provinces: Vec<Listed> = json(&dir.join("provinces.json"))?;
    let cities: Vec<Listed> = json(&dir.join("cities.json"))?;
    let counties: Vec<Listed> = json(&dir.join("pc-code.json"))?;
    let mut all = Vec::new();
    for p in &provinces {
        let direct = p.name.ends_with('市');
        all.push(named(&format!("{}0000", p.code), if direct { Kind::DirectMunicipality } else { Kind::Province }, "", &p.name));
    }
    for c in &cities {
        // Lines that only gather what lies directly under a province are no places.
        let gathers = c.name == "市辖区" || c.name == "县" || c.name.ends_with("直辖县级行政区划");
        if !gathers {
            all.push(named(&format!("{}00", c.code), Kind::Prefecture, &format!("{}0000", c.province_code), &c.name));
        }
    }
    for p in counties.iter().filter(|p| p.name.ends_with('市')) {
        for d in &p.children {
            let kind = if d.name.ends_with('县') { Kind::County } else { Kind::District };
            all.push(named(&d.code, kind, &format!("{}0000", p.code), &d.name));
        }
    }
    Ok(all)
}

fn json(path: &Path) -> Result<Vec<Listed>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

fn division(country: &str, code: &str, kind: Kind, within: &str, names: Text3) -> Division {
    Division { country: country.into(), code: code.into(), kind, within: within.into(), names, aliases: vec![] }
}

fn named(code: &str, kind: Kind, within: &str, name: &str) -> Division {
    let stem = stem(name);
    let latin = latin(stem);
    let plain = syllables(stem).concat();
    let mut d = division("CN", code, kind, within, Text3::new(danish_name(&latin), &latin, name));
    if stem != name {
        d.aliases.push(stem.into());
    }
    if plain != i18n::search::fold(&latin) {
        d.aliases.push(plain);
    }
    d
}

/// Where Danish writes otherwise than English.
fn danish_name(latin: &str) -> &str {
    match latin {
        "Inner Mongolia" => "Indre Mongoliet",
        same => same,
    }
}

/// A name without what kind of place it is and without the peoples that an autonomous place is named for.
fn stem(name: &str) -> &str {
    const ENDS: [&str; 9] = ["自治州", "自治县", "自治区", "地区", "新区", "市", "省", "区", "盟"];
    const PEOPLES: [&str; 24] = [
        "土家族",
        "朝鲜族",
        "布依族",
        "哈尼族",
        "景颇族",
        "傈僳族",
        "蒙古族",
        "维吾尔",
        "柯尔克孜",
        "哈萨克",
        "壮族",
        "苗族",
        "藏族",
        "羌族",
        "彝族",
        "侗族",
        "傣族",
        "白族",
        "回族",
        "蒙古",
        "维吾尔族",
        "瑶族",
        "土族",
        "满族",
    ];
    let Some(bare) =
        ENDS.iter().find_map(|end| name.strip_suffix(end)).or_else(|| name.strip_suffix('县').filter(|n| n.chars().count() > 1))
    else {
        return name;
    };
    let mut stem = bare;
    // 内蒙古 is itself a name.
    while let Some(shorter) = PEOPLES.iter().find_map(|p| stem.strip_suffix(p)).filter(|s| s.chars().count() > 1) {
        stem = shorter;
    }
    if stem.chars().count() < 2 { name } else { stem }
}

/// The Latin name: official where it is another, else pinyin with an apostrophe before a syllable that begins with a vowel.
fn latin(stem: &str) -> String {
    if let Some((_, name)) = OFFICIAL.iter().find(|(zh, _)| *zh == stem) {
        return (*name).into();
    }
    let mut name = String::new();
    for (i, syllable) in syllables(stem).iter().enumerate() {
        if i > 0 && syllable.starts_with(['a', 'e', 'o']) {
            name.push('\'');
        }
        name.push_str(syllable);
    }
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

const OFFICIAL: &[(&str, &str)] = &[
    ("内蒙古", "Inner Mongolia"),
    ("陕西", "Shaanxi"),
    ("西藏", "Tibet"),
    ("闵行", "Minhang"),
    ("六安", "Lu'an"),
    ("呼和浩特", "Hohhot"),
    ("鄂尔多斯", "Ordos"),
    ("呼伦贝尔", "Hulunbuir"),
    ("巴彦淖尔", "Bayannur"),
    ("乌兰察布", "Ulanqab"),
    ("乌海", "Wuhai"),
    ("兴安盟", "Hinggan"),
    ("兴安", "Hinggan"),
    ("锡林郭勒", "Xilingol"),
    ("阿拉善", "Alxa"),
    ("哈尔滨", "Harbin"),
    ("齐齐哈尔", "Qiqihar"),
    ("大兴安岭", "Daxing'anling"),
    ("拉萨", "Lhasa"),
    ("日喀则", "Shigatse"),
    ("昌都", "Qamdo"),
    ("林芝", "Nyingchi"),
    ("那曲", "Nagqu"),
    ("阿里", "Ngari"),
    ("阿坝", "Ngawa"),
    ("甘孜", "Garze"),
    ("果洛", "Golog"),
    ("乌鲁木齐", "Urumqi"),
    ("克拉玛依", "Karamay"),
    ("吐鲁番", "Turpan"),
    ("博尔塔拉", "Bortala"),
    ("巴音郭楞", "Bayingolin"),
    ("阿克苏", "Aksu"),
    ("克孜勒苏", "Kizilsu"),
    ("喀什", "Kashgar"),
    ("和田", "Hotan"),
    ("伊犁", "Ili"),
    ("阿勒泰", "Altay"),
    ("西双版纳", "Xishuangbanna"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_names_become_the_latin_names_in_use() {
        for (zh, en) in [
            ("上海市", "Shanghai"),
            ("内蒙古自治区", "Inner Mongolia"),
            ("新疆维吾尔自治区", "Xinjiang"),
            ("广西壮族自治区", "Guangxi"),
            ("宁夏回族自治区", "Ningxia"),
            ("西安市", "Xi'an"),
            ("六安市", "Lu'an"),
            ("厦门市", "Xiamen"),
            ("重庆市", "Chongqing"),
            ("成都市", "Chengdu"),
            ("长沙市", "Changsha"),
            ("闵行区", "Minhang"),
            ("浦东新区", "Pudong"),
            ("延边朝鲜族自治州", "Yanbian"),
            ("红河哈尼族彝族自治州", "Honghe"),
            ("克孜勒苏柯尔克孜自治州", "Kizilsu"),
            ("吕梁市", "Luliang"),
            ("绿春县", "Luchun"),
        ] {
            assert_eq!(latin(stem(zh)), en, "{zh}");
        }
    }
}
