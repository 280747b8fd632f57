//! Facts: words of organisations that are translated between Danish, English and Chinese, and words that say nothing.

use crate::conflicts::han;
use std::collections::HashMap;
use std::sync::OnceLock;

/// One concept per line: its name, then its words; Latin ones folded (å, æ = a; ø = o), Chinese ones without spaces.
const CONCEPTS: &str = "
university university universitet universitetet universitets 大学
hospital hospital hospitalet sygehus sygehuset 医院
clinic clinic klinik 诊所
college college hojskole 学院
school school skole skolen 学校
professional professionshojskole professionshojskolen
academy academy akademi akademiet 科学院 研究院
institute institute institut instituttet 研究所
centre centre center centeret centret 中心
laboratory laboratory lab laboratorium 实验室
department department afdeling afdelingen 系 部
faculty faculty fakultet fakultetet
region region regionen 大区
municipality municipality kommune 市政府
commission commission kommission 委员会 委
committee committee udvalg
council council rad radet 理事会 议会
ministry ministry ministeriet
agency agency styrelsen styrelse 局 署
foundation foundation fond fonden 基金会
association association forening foreningen 协会 学会
company company selskab virksomhed 公司
group group koncern gruppe gruppen 集团
industry industry industri 工业
innovation innovation 创新
research research forskning forsknings 研究
science science sciences videnskab videnskaberne 科学
technology technology technologies technological teknologi teknologisk tekniske teknisk technical 技术 科技
engineering engineering ingenior 工程
medicine medicine medical medicinsk 医学 医疗 医科
health health sundhed 健康 卫生
environment environment environmental miljo 环境 环保
energy energy energi 能源
water water vand 水
wind wind vind 风能 风电
agriculture agriculture agricultural landbrug jordbrug 农业 农
food food fodevare fodevarer 食品
design design 设计
information information 信息
software software 软件
electronics electronics electronic elektronik 电子
network network netvark 网络
computer computer datalogi 计算机
business business erhverv erhvervs 商业
trade trade handel handels 贸易
finance finance finans finansiel 财经 金融
economics economics okonomi 经济
management management ledelse 管理
normal normal 师范
international international internationale internationalt 国际
national national nationale 国家
people people peoples folk 人民
government government regering 政府
first first 第一
second second 第二
third third 第三
ninth ninth 第九
east east ost ostre 东 华东
central central midt 中央
south south syd 南 华南
north north nord 北 华北
west west vest 西
new new ny nye
royal royal kongelige kongelig kgl 皇家
danish danish danske dansk 丹麦
danish denmark danmark danmarks
chinese chinese kinesisk china kina 中国
shanghai shanghai 上海
beijing beijing peking 北京
jutland jutland jylland midtjylland
aarhus arhus 奥胡斯
copenhagen copenhagen kobenhavn kobenhavns 哥本哈根
odense odense 欧登塞
aalborg alborg 奥尔堡
viborg viborg 维堡
";

/// Legal forms and small words.
const SILENT: &str = "as aps is ks ps amba fmba smba gmbh ag ltd limited inc llc co corp corporation plc bv ab oy ivs a s p k the of and for in at og i af til ved pa det den de en et & \
有限公司 股份有限公司 有限责任公司 有限 责任 股份 市 省 的 和 与 及";

/// Places: with one of these even a name of common words ("Aarhus University") names an organisation.
const PLACES: &str = "danish chinese shanghai beijing jutland aarhus copenhagen odense aalborg viborg";

/// Units that every university and hospital has ("Department of Physics").
const UNITS: &str = "department faculty institute laboratory school centre clinic college";

struct Words {
    concepts: HashMap<&'static str, Option<&'static str>>,
    /// Characters of the longest Chinese word.
    longest: usize,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut concepts: HashMap<&str, Option<&str>> = SILENT.split_whitespace().map(|word| (word, None)).collect();
        for line in CONCEPTS.lines() {
            let mut names = line.split(' ');
            let concept = names.next().filter(|name| !name.is_empty());
            concepts.extend(names.map(|word| (word, concept)));
        }
        let longest = concepts.keys().filter(|word| word.chars().all(han::is_han)).map(|word| word.chars().count()).max().unwrap_or(0);
        Words { concepts, longest }
    })
}

/// Sorts a Latin word into the known concepts or the rest; silent words vanish.
pub(super) fn translate(word: &str, known: &mut Vec<&'static str>, rest: &mut Vec<String>) {
    match words().concepts.get(word) {
        Some(concept) => known.extend(*concept),
        None => rest.push(word.to_owned()),
    }
}

/// Cuts a run of Chinese characters into known words, the longest first; what is between is read as pinyin.
pub(super) fn cut(run: &str, known: &mut Vec<&'static str>, rest: &mut Vec<String>) {
    let characters: Vec<char> = run.chars().collect();
    let (mut at, mut unknown) = (0, String::new());
    while at < characters.len() {
        let word = (1..=words().longest.min(characters.len() - at)).rev().find_map(|length| {
            let word: String = characters[at..at + length].iter().collect();
            words().concepts.get(word.as_str()).map(|concept| (length, *concept))
        });
        match word {
            // A single character between unknown ones is rather part of a name than a word.
            Some((length, concept)) if length > 1 || unknown.is_empty() => {
                flush(&mut unknown, rest);
                known.extend(concept);
                at += length;
            }
            _ => {
                unknown.push(characters[at]);
                at += 1;
            }
        }
    }
    flush(&mut unknown, rest);
}

fn flush(unknown: &mut String, rest: &mut Vec<String>) {
    if !unknown.is_empty() {
        let reading = han::readings(unknown).into_iter().next();
        rest.push(reading.unwrap_or_else(|| unknown.clone()));
        unknown.clear();
    }
}

/// Whether a key of concepts and rest names one organisation; a part of a longer name must be more than a unit.
pub(super) fn telling(key: &str, single: bool) -> bool {
    let (known, rest) = key.split_once('|').unwrap_or((key, ""));
    let known: Vec<&str> = known.split(' ').filter(|word| !word.is_empty()).collect();
    let any = |list: &str| known.iter().any(|word| list.split(' ').any(|other| other == *word));
    let placed = any(PLACES) && known.len() > 1;
    if single { placed || !rest.is_empty() } else { placed || !rest.is_empty() && !any(UNITS) }
}
