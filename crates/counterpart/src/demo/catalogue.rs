//! Made-up organisations at real places, and activities, as many as a measurement wants; the same every time.

use actions::{Desk, activity::Form, organisation::NewOrganisation};
use domain::{
    Text3,
    activity::{Activity, Kind},
    edtf::Edtf,
    ids::ActivityId,
    organisation::Category,
};

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

pub fn activity(desk: &Desk, n: usize) -> Form {
    let (da, en, zh) = FIELDS[n % FIELDS.len()];
    let kind = Kind::ALL[n / FIELDS.len() % Kind::ALL.len()];
    let activity = Activity {
        id: desk.mint(ActivityId::mint),
        slug: format!("measured-{n}"),
        kind,
        title: Text3::new(&format!("Møde nr. {n} om {da}"), &format!("Meeting no. {n} on {en}"), &format!("第{n}次{zh}会议")),
        body: Text3::default(),
        dates: Edtf::parse(&format!("{}-{:02}", 1980 + n % 46, 1 + n % 12)).unwrap_or_default(),
        place: None,
        organiser: None,
        partnership: String::new(),
        areas: vec![],
        targets: vec![],
        support: Text3::default(),
        goal: Text3::default(),
        outcome: Text3::default(),
        projects: None,
        source: String::new(),
        version: 0,
    };
    Form { activity, place: String::new(), organiser: String::new() }
}
