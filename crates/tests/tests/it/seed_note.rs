//! Every fact of the seed note of 2011/12 on Jiangsu (source s2), and the words by which the note of today carries it.

use domain::{Lang, note::Sentence};
use tests::each;

/// What the seed note says, and words that one sentence (with its topic) must hold, all of them.
const FACTS: &[(&str, &[&str])] = &[
    ("area", &["Area", "102,600 km²"]),
    ("two and a half times Denmark", &["two and a half times that of Denmark"]),
    ("population 2009", &["77,300,000"]),
    ("eastern China, next to Shanghai", &["eastern China", "next to Shanghai"]),
    ("heavy industry", &["aluminium", "steel", "artificial fertiliser", "plastics"]),
    ("extraction", &["raw materials and minerals"]),
    ("high-tech exports", &["solar panels", "electronic components", "medical products"]),
    ("clusters", &["textiles", "ICT", "electronic components"]),
    ("industrial parks", &["industrial parks", "Nanjing, Suzhou and Wuxi"]),
    ("leading in foreign investment since 2006", &["2006", "foreign investment"]),
    ("Nanjing's population 2009", &["Nanjing", "7,700,000"]),
    ("Nanjing is the capital", &["Capital of Jiangsu"]),
    ("Nanjing was capital of China", &["capital of China in several periods", "four old capitals"]),
    ("Nanjing on the Yangtze, in the delta with Shanghai", &["Nanjing", "Yangtze", "Shanghai"]),
    ("second economic centre", &["second largest economic centre"]),
    ("Xuzhou suits outsourcing", &["Xuzhou", "low-cost", "outsourcing"]),
    ("companies in Xuzhou", &["Xuzhou", "Vestas"]),
    ("the Shanghai region leads", &["first among the three leading regions", "Beijing, Shanghai and Hong Kong"]),
    ("two lighthouses", &["Yangtze delta", "Shanghai and Nanjing"]),
    ("two heavyweights", &["economic heavyweights", "Nanjing"]),
    ("Zhejiang", &["third province of the Shanghai region", "neighbour of Shanghai"]),
    ("Guangdong", &["southern China", "Hong Kong and Macao"]),
    ("Harbin", &["City of millions in northern China"]),
    ("Hong Kong", &["three leading economic regions"]),
    ("where Hubei lies, as the seed has it", &["Hubei"]),
    ("Bycirklen and Wuxi since 2007", &["Bycirklen", "Wuxi", "since 2007"]),
    ("began with mayors", &["Bycirklen", "Political", "mayors and municipal directors"]),
    ("then school to school", &["Bycirklen", "Institutions", "school to school"]),
    ("elderly care, citizen involvement at institutions", &["Bycirklen", "Elderly care", "Citizen involvement", "Institutions"]),
    ("the same at municipal level", &["Bycirklen", "Elderly care", "Citizen involvement", "Municipal"]),
    ("urban planning, sustainable development, environment", &["Bycirklen", "Urban planning, sustainable development and environment"]),
    ("schools", &["Bycirklen", "Schools and educational institutions"]),
    ("close cooperation", &["Bycirklen", "Close cooperation"]),
    ("Wuxi's delegations to companies and facilities", &["Wuxi", "environmental companies and public facilities"]),
    ("Vestforbrænding", &["Wuxi", "Vestforbrænding"]),
    ("conference in Wuxi 2010", &["conference", "Wuxi", "2010"]),
    ("Esbjerg and Suzhou", &["Esbjerg", "Suzhou"]),
    ("South Denmark's office in Suzhou for a period", &["Suzhou", "for a period"]),
    ("the office's funders", &["Suzhou", "Growth Forum of Southern Denmark (partly)"]),
    ("Central Denmark and Shanghai, agreement of 2009", &["In 2009", "cooperation agreement", "Shanghai"]),
    ("joint ventures", &["joint ventures"]),
    ("results with the commission", &["energy and environment, IT", "life science"]),
    ("office in Shanghai 2006", &["Shanghai", "2006", "Office"]),
    ("opened with Aarhus", &["Together with", "City of Aarhus"]),
    ("Hamburg and Shanghai", &["Hamburg", "Shanghai", "Cooperation agreement"]),
    ("Zealand and Zhejiang 2011", &["Region Zealand", "Zhejiang", "2011"]),
    ("Schleswig-Holstein and Zhejiang", &["Schleswig-Holstein", "Zhejiang"]),
    ("Southern Denmark and Guangdong 2007", &["Southern Denmark", "Guangdong", "2007"]),
    ("its themes", &["Guangdong", "Health", "Environment", "Energy"]),
    ("it led to a concrete cooperation", &["Guangdong", "City of Odense", "Odense University Hospital", "TCM"]),
    ("Odense and Shaoxing", &["Odense", "Shaoxing"]),
    ("Odense's own", &["Shaoxing", "Independent of"]),
    ("Skåne and Guangdong since the 1980s", &["Skåne", "Guangdong", "1980s"]),
    ("prevention and health", &["Skåne", "Prevention", "Health"]),
    ("Copenhagen and Beijing in development", &["Copenhagen", "Beijing", "In development"]),
    ("green catalogue", &["green export catalogue", "system export"]),
    ("delegation to Beijing in spring 2012", &["Beijing", "spring 2012", "Planned"]),
    ("Aarhus and Harbin", &["Aarhus", "Harbin", "Friendship city"]),
    ("Baden-Württemberg", &["Baden-Württemberg", "Jiangsu", "Sister"]),
    ("North Rhine-Westphalia", &["North Rhine-Westphalia", "Jiangsu", "Sister"]),
    ("Östergötland", &["Östergötland", "Jiangsu", "Sister"]),
    ("Veneto", &["Veneto", "Jiangsu", "Sister"]),
    ("Noord-Brabant", &["Brabant", "Jiangsu", "Sister"]),
    ("DTU considers an exchange agreement", &["DTU is considering a formal exchange agreement", "Jiao Tong"]),
    ("able students", &["growing number of very able students", "Shanghai region"]),
    ("DTU's research with four universities", &["four universities in Shanghai and Nanjing"]),
    ("CBS and Tongji", &["CBS", "Tongji", "exchange"]),
    ("CBS and Wuhan", &["CBS", "Wuhan", "global talent"]),
    ("all eight universities in one centre", &["All eight Danish universities", "outskirts of Beijing"]),
    ("agreement of 2008 with GUCAS", &["2008", "Graduate University of the Chinese Academy of Sciences"]),
    ("built out in 2013", &["fully built out in 2013"]),
    ("a hundred researchers", &["100 researchers"]),
    ("master and PhD programmes", &["master and PhD programmes"]),
    ("Own Man in China", &["number of years", "member companies of DI"]),
    ("establishment, export, outsourcing", &["establishment (with a local employee), export or outsourcing"]),
    ("office lease", &["lease of office facilities", "Shanghai", "Xuzhou"]),
    ("Dansk Erhverv: nothing", &["Danish Chamber of Commerce", "no separate cooperation"]),
    ("LIF: nothing", &["LIF", "no separate cooperation"]),
    ("Shanghai as the way in", &["Many Danish companies have chosen Shanghai"]),
    ("as many have partners in Nanjing and Jiangsu", &["Just as many Danish companies", "Nanjing"]),
    ("service from Shanghai for Jiangsu", &["innovation centre", "Jiangsu"]),
    ("consulate", &["consulate in Shanghai"]),
    ("who placed the innovation centre in Shanghai", &["Foreign Affairs", "Shanghai"]),
];

fn carries(s: &Sentence, words: &[&str]) -> bool {
    let text = format!("{} {}", s.topic, s.body);
    words.iter().all(|w| text.contains(w))
}

#[tokio::test]
async fn the_note_on_jiangsu_carries_every_fact_of_the_seed_note() {
    each(async |w| {
        counterpart::book::load(&w.desk).await.unwrap();
        let public = actions::Viewer::nobody(Lang::En);
        let told = actions::note::live(&w.desk, &public, "jiangsu", Lang::En).await.unwrap().sentences;
        let missing: Vec<_> = FACTS.iter().filter(|(_, words)| !told.iter().any(|s| carries(s, words))).collect();
        let all: Vec<String> = told.iter().map(|s| format!("{:?} | {} | {} [{}]", s.section, s.topic, s.body, s.source)).collect();
        assert!(missing.is_empty(), "{missing:#?}\n{}", all.join("\n"));
        assert!(told.iter().all(|s| !s.source.is_empty() && !s.body.contains('[')), "every sentence has a source and no bare key");
        for lang in [Lang::Da, Lang::Zh] {
            let same = actions::note::live(&w.desk, &public, "jiangsu", lang).await.unwrap().sentences;
            let keys = |all: &[Sentence]| all.iter().map(|s| s.key.clone()).collect::<std::collections::BTreeSet<_>>();
            assert_eq!(keys(&same), keys(&told), "the same facts in {lang:?}");
        }
    })
    .await;
}
