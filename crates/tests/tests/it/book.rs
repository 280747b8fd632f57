//! The partnership book, requirement by requirement: each names the page where it can be seen and words that must stand there.

use axum::http::StatusCode;
use std::collections::BTreeSet;
use tests::each;

/// Requirement, page, words in English. One list per feature, so that each grows on its own.
type Walk = &'static [(&'static str, &'static str, &'static str)];

const PLACE: Walk = &[
    ("R43", "/places?country=CN", "Jiangsu"),
    ("R43", "/organisations?country=DK", "City of Aarhus"),
    ("R44", "/places/jiangsu", "102,600 km²"),
    ("R44", "/places/jiangsu", "77,300,000 inhabitants"),
    ("R44", "/places/jiangsu", "2009"),
    ("R45", "/places/jiangsu", "Capital"),
    ("R45", "/places/nanjing", "Capital of Jiangsu"),
    ("R46", "/places/jiangsu", "Strong clusters: textiles, ICT, electronic components."),
    ("R46", "/places/jiangsu", "large industrial parks around Nanjing, Suzhou and Wuxi"),
    ("R47", "/places/jiangsu", "Since 2006 the leading province of China in attracting foreign investment."),
    ("R52", "/organisations/bycirklen", "Egedal Municipality"),
    ("R58", "/organisations/stcsm", "SSTCM"),
    ("I1", "/disagreements", "In 2009: that is when a cooperation agreement was made with Shanghai."),
    ("I17", "/disagreements", "Which edition is the forum of 2018?"),
    ("I13", "/places/shanghai", "Disagreement I13"),
    ("R72", "/organisations/lif", "Has no separate cooperation with organisations or partners in China."),
    ("R72", "/organisations/danish-chamber-of-commerce", "Does not exist"),
];

const DELEGATION: Walk = &[
    ("R25", "/activities/midtnet-kina", "The vision of an attractive and sustainable region"),
    ("R25", "/activities/midtnet-kina", "Business"),
    ("R74", "/delegations/shanghai-to-central-denmark", "To be inspired and collect experience with solutions"),
    ("R75", "/delegations/shanghai-health-commission-2018", "Wu Jinglei"),
    ("R75", "/delegations/shanghai-health-commission-2018", "Director"),
    ("R75", "/delegations?sort=date", "Mei Zhe"),
    ("R75", "/delegations/shanghai-deputy-mayor-2019", "Chen Qun"),
    ("R76", "/requests/new", "A visit of a delegation"),
    ("R76", "/requests/new", "Contact person, strategic relationship with Shanghai"),
    ("R77", "/delegations/shanghai-to-central-denmark", "Implementation of food regulations"),
    ("R78", "/delegations/it-delegation-2008", "Alexandra"),
    ("R78", "/delegations/it-delegation-2008", "Denmark → China"),
    ("R79", "/delegations/it-delegation-2008", "The group sees great prospects for cooperation in several fields."),
    ("R80", "/delegations", "IT · <span lang=\"en\">Green IT and intelligent buildings</span>"),
    ("R81", "/delegations/it-delegation-2008", "A working group under the IT Council"),
    ("R82", "/delegations/wuxi-to-denmark", "Vestforbrænding"),
    ("R82", "/delegations/wuxi-to-denmark", "Business people, Politicians"),
    ("R83", "/delegations/copenhagen-to-beijing-2012", "spring 2012"),
    ("R83", "/delegations/copenhagen-to-beijing-2012", "Planned"),
    ("R84", "/activities/wuxi-education-conference-2010", "Conference"),
    ("R85", "/activities/cultural-exchange", "The region supports several Danish-Chinese cultural activities."),
    ("R86", "/activities/educational-institutions", "Upper secondary schools, business academies and universities"),
    ("R87", "/activities/research-platforms", "establishes contacts to the pertinent authorities"),
    ("R88", "/activities/midtnet-kina", "adapting products and solutions to the Chinese market"),
    ("R89", "/activities/activities-for-companies", "Companies"),
    ("R90", "/activities/cultural-exchange", "/partnerships/midtjylland-shanghai"),
    ("R91", "/news/visits-2019", "Text for LinkedIn"),
    ("R92", "/news/visits-2019", "【上海持续访问丹麦中部大区】"),
    ("R92", "/news/visits-2019/qr.svg", "<svg"),
];

const PARTNERSHIP: Walk = &[
    ("R22", "/partnerships/midtjylland-shanghai", "2003"),
    ("R22", "/partnerships", "Central Denmark Region"),
    ("R23", "/partnerships/midtjylland-shanghai", "10 years:"),
    ("R23", "/partnerships/anniversaries", "Round years within the next three years."),
    ("R24", "/partnerships/midtjylland-shanghai", "Research and innovation"),
    ("R25", "/partnerships/midtjylland-shanghai", "An attractive and sustainable region"),
    ("R26", "/instruments/mou-shanghai", "Supplements"),
    ("R27", "/instruments/mou-shanghai", "Documents"),
    ("R28", "/partnerships/midtjylland-shanghai", "MoU with the Science and Technology Commission of Shanghai Municipality"),
    ("R29", "/partnerships/midtjylland-shanghai", "A stronger international profile to the benefit of the region&#39;s inhabitants"),
    ("R31", "/instruments/scientific-agreement-stcsm-2009", "Turned from"),
    ("R32", "/instruments/letter-of-intent-stcsm-2008", "Bent Hansen"),
    ("R32", "/instruments/letter-of-intent-stcsm-2008", "March 2008"),
    ("R33", "/instruments/scientific-agreement-stcsm-2009", "Focus areas"),
    ("R34", "/offices/midtjylland-office-shanghai", "2006"),
    ("R35", "/offices/midtjylland-office-shanghai", "To strengthen ties with local authorities"),
    ("R36", "/offices/midtjylland-office-shanghai", "fostered several joint projects"),
    ("R37", "/offices/midtjylland-office-shanghai", "spring 2016"),
    ("R37", "/offices/midtjylland-office-shanghai", "To free money for even more mutual projects"),
    ("R38", "/offices/midtjylland-office-shanghai", "City of Aarhus"),
    ("R39", "/offices/south-denmark-office-suzhou", "The municipalities of Southern Denmark"),
    ("R40", "/partnerships/midtjylland-via-huangpu", "VIA University College"),
    ("R41", "/partnerships/aarhus-pudong", "Supported by"),
    ("R42", "/partnerships/midtjylland-shanghai", "Shanghai Theatre Academy"),
    ("R51", "/partnerships/bycirklen-wuxi", "Began at a high formal level"),
    ("R52", "/partnerships/bycirklen-wuxi", "Bycirklen"),
    ("R53", "/partnerships/copenhagen-beijing", "In development"),
    ("R54", "/partnerships/bycirklen-wuxi", "Citizen involvement"),
    ("R55", "/partnerships/syddanmark-guangdong", "Led to"),
    ("R55", "/partnerships/odense-tcm", "Odense University Hospital"),
    ("R56", "/partnerships/odense-shaoxing", "Independent of"),
    ("R57", "/partnerships/skane-guangdong", "the 1980s"),
    ("R58", "/partnerships/midtjylland-stcsm", "Energy and environment"),
    ("R59", "/partnerships/copenhagen-beijing", "green export catalogue"),
    ("R60", "/partnerships/aarhus-harbin", "Friendship city"),
    ("R61", "/partnerships/midtjylland-shanghai", "joint ventures"),
    ("I1", "/partnerships/midtjylland-shanghai", "In 2009: that is when a cooperation agreement was made with Shanghai."),
];

/// What the offices see.
const DELEGATION_INSIDE: Walk = &[
    ("R30", "/contacts?sort=rank", "Chair of the Regional Council"),
    ("R30", "/contacts?sort=rank", "Deputy mayor for Education"),
    ("R87", "/introductions", "Introductions"),
];

const SEE: Walk = &[
    ("R30", "/organisations/central-denmark-region/network", "/organisations/stcsm"),
    ("R43", "/matrix", "/partnerships/bycirklen-wuxi"),
    ("R48", "/map", "° E"),
    ("R48", "/map", "/places/nanjing"),
    ("R49", "/places/shanghai/background", "Hamburg"),
    ("R49", "/places/jiangsu/background", "Region Zealand"),
    ("R50", "/places/jiangsu/background", "Östergötland"),
    ("R50", "/places/jiangsu/network", "/partnerships/jiangsu-veneto"),
    ("R59", "/offers/copenhagen-green-catalogue", "system export and development cooperation"),
    ("R59", "/offers/copenhagen-green-catalogue", "/partnerships/copenhagen-beijing"),
    ("R62", "/collaborations/cbs-tongji-exchange", "Formal exchange agreement"),
    ("R63", "/collaborations/dtu-sjtu-exchange", "Considered"),
    ("R64", "/collaborations/dtu-research", "Nanjing University of Posts and Telecommunications"),
    ("R65", "/collaborations/sino-danish-center", "100 researchers (2013)"),
    ("R65", "/collaborations/sino-danish-center", "master and PhD programmes"),
    ("R66", "/collaborations/sino-danish-center", "Roskilde University"),
    ("R67", "/offers", "Own Man in China"),
    ("R68", "/offers/di-own-man-in-china", "Establishment, Export and Outsourcing"),
    ("R69", "/offers/di-office-lease", "Xuzhou"),
    ("R70", "/presences", "Vestas"),
    ("R71", "/presences", "Partners there"),
    ("R72", "/offers?kind=nothing", "No cooperation"),
    ("R73", "/offers/innovation-centre-shanghai", "Serves"),
    ("R73", "/offers/innovation-centre-shanghai", "/places/jiangsu"),
];

const ALL: &[Walk] = &[PLACE, PARTNERSHIP, DELEGATION, SEE];
const INSIDE: &[Walk] = &[DELEGATION_INSIDE];

#[tokio::test]
async fn every_requirement_of_the_book_is_seen_on_its_page() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let mut missing = BTreeSet::new();
        for (requirement, path, words) in ALL.iter().copied().flatten() {
            let page = w.get_in(path, None, "en").await;
            if page.status != StatusCode::OK || !page.body.contains(words) {
                missing.insert(format!("{requirement}: {path} ({}) does not say “{words}”", page.status));
            }
        }
        let officer = format!("{}; lang=en", w.session(&w.officer("RM").await).await);
        for (requirement, path, words) in INSIDE.iter().copied().flatten() {
            let page = w.get(path, Some(&officer)).await;
            if page.status != StatusCode::OK || !page.body.contains(words) {
                missing.insert(format!("{requirement}: {path} ({}) does not say “{words}” to an officer", page.status));
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    })
    .await;
}

/// The contract's numbers: B, C and D of the requirements. None may be without a page.
#[test]
fn every_number_of_the_contract_is_walked() {
    let walked: BTreeSet<&str> = ALL.iter().chain(INSIDE).copied().flatten().map(|(requirement, ..)| *requirement).collect();
    let missing: Vec<String> = (22..=92).map(|n| format!("R{n}")).filter(|r| !walked.contains(r.as_str())).collect();
    assert!(missing.is_empty(), "no page is named for {missing:?}");
}

#[tokio::test]
async fn loading_twice_adds_nothing() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let before = actions::book::counts(&w.desk).await.unwrap();
        counterpart::book::load(&w.desk).await.unwrap();
        assert_eq!(actions::book::counts(&w.desk).await.unwrap(), before);
        assert!(before.places > 40 && before.organisations > 60);
    })
    .await;
}
