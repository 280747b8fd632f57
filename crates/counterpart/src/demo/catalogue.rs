//! Made-up organisations at real places, as many as a measurement wants; the same every time.

use actions::organisation::NewOrganisation;
use domain::{Text3, edtf::Edtf, organisation::Category};

/// Danish, English and Chinese words for what an organisation is.
const KINDS: [(Category, &str, &str, &str); 8] = [
    (Category::University, "Universitet", "University", "大学"),
    (Category::Hospital, "Hospital", "Hospital", "医院"),
    (Category::School, "Skole", "School", "学校"),
    (Category::Company, "Virksomhed", "Company", "公司"),
    (Category::Research, "Forskningscenter", "Research Centre", "研究中心"),
    (Category::Association, "Forening", "Association", "协会"),
    (Category::Culture, "Museum", "Museum", "博物馆"),
    (Category::Cluster, "Klynge", "Cluster", "产业集群"),
];
const FIELDS: [(&str, &str, &str); 9] = [
    ("Grøn Energi", "Green Energy", "绿色能源"),
    ("Vand", "Water", "水务"),
    ("Sundhed", "Health", "健康"),
    ("Fødevarer", "Food", "食品"),
    ("Ældrepleje", "Elder Care", "养老"),
    ("Videnskab", "Science", "科学"),
    ("Design", "Design", "设计"),
    ("Søfart", "Shipping", "航运"),
    ("Byudvikling", "Urban Development", "城市发展"),
];

pub fn organisation(n: usize, places: &[&str]) -> NewOrganisation {
    let (kind, da, en, zh) = KINDS[n % KINDS.len()];
    let (field_da, field_en, field_zh) = FIELDS[n / KINDS.len() % FIELDS.len()];
    let place = places.get(n.wrapping_mul(7919) % places.len().max(1)).copied();
    let town = place.unwrap_or("Ingensteds");
    NewOrganisation {
        slug: format!("measured-{n}"),
        kind,
        names: Text3::new(
            &format!("{town} {da} for {field_da} nr. {n}"),
            &format!("{town} {en} of {field_en} no. {n}"),
            &format!("{field_zh}{zh}第{n}号"),
        ),
        abbr: String::new(),
        country: if n.is_multiple_of(2) { "DK" } else { "CN" }.into(),
        part_of: None,
        place: place.map(str::to_string),
        established: Edtf::default(),
        dissolved: Edtf::default(),
        mailbox: String::new(),
        verified: true,
        identifiers: vec![],
        members: vec![],
        successors: vec![],
        aliases: vec![],
        facts: vec![],
    }
}
