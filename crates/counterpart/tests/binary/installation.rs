//! An empty database becomes a node with an announced call: set up by the operator, written and published by two officers.

use crate::node::{Answer, Folder, Node, get, post, run, said};
use std::{fs, net::SocketAddr};

/// The address that `account` printed, without the base.
fn link(printed: &str) -> String {
    printed.split("http://node.example.org").nth(1).unwrap().trim().to_string()
}

/// An officer's browser.
struct Officer {
    address: SocketAddr,
    session: String,
}

impl Officer {
    fn sign_in(address: SocketAddr, link: &str) -> Officer {
        let answer = post(address, link, "", &[]).unwrap();
        assert_eq!(answer.status, 303, "{}", answer.body);
        let session = answer.session();
        assert_eq!(post(address, link, "", &[]).unwrap().status, 409, "a link works once");
        Officer { address, session }
    }
    fn get(&self, path: &str) -> Answer {
        get(self.address, path, &self.session)
    }
    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        post(self.address, path, &self.session, fields).unwrap()
    }
    /// Saves one part of the draft as the page has it now.
    fn save(&self, part: &str, fields: &[(&str, &str)]) {
        let path = format!("/calls/first/edit/{part}");
        let version = version(&self.get(&path).body);
        let answer = self.post(&path, &[fields, &[("version", version.as_str())]].concat());
        assert_eq!(answer.status, 303, "{part}: {}", answer.body);
    }
}

fn version(page: &str) -> String {
    page.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_string()
}

fn option(page: &str, words: &str) -> String {
    let before = page.split(words).next().unwrap();
    before.rsplit("value=\"").next().unwrap().split('"').next().unwrap().to_string()
}

#[test]
fn an_empty_database_comes_to_a_published_call() {
    let folder = Folder::new();
    folder.configured();
    let example = said(&run(folder.path(), &["setup", "--example"]));
    fs::write(folder.path().join("setup.toml"), &example).unwrap();
    let add = |email: &str, party: &str| {
        run(folder.path(), &["account", "add", "--name", "Officer", "--email", email, "--role", "officer", "--party", party])
    };
    let early = add("rm@example.org", "RM");
    assert!(!early.status.success() && String::from_utf8_lossy(&early.stderr).contains("There is no party RM"));
    for again in [false, true] {
        let printed = said(&run(folder.path(), &["setup", "setup.toml"]));
        assert_eq!(printed.contains("stands already"), again, "{printed}");
    }
    let changed = example.replace("currency = \"CNY\"", "currency = \"EUR\"");
    fs::write(folder.path().join("changed.toml"), changed).unwrap();
    let refused = run(folder.path(), &["setup", "changed.toml"]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("keeps its accounts in CNY"));

    let node = Node::serve(&folder);
    let [rm, sh] = [("rm@example.org", "RM"), ("sh@example.org", "SH")].map(|(email, party)| said(&add(email, party)));
    let [rm, sh] = [rm, sh].map(|printed| Officer::sign_in(node.address, &link(&printed)));
    assert!(said(&run(folder.path(), &["account", "list"])).contains("Officer <sh@example.org>, en: officer SH"));

    assert!(rm.get("/calls/new").body.contains("2027-2029"));
    let new = [("slug", "first"), ("programme", "2027-2029"), ("title-en", "First call"), ("zone", "Europe/Copenhagen")];
    let made = rm.post("/calls/new", &[&new[..], &[("opens", "2100-03-01T09:00"), ("closes", "2100-04-01T12:00")]].concat());
    assert_eq!(made.location(), "/calls/first/edit", "{}", made.body);
    let three =
        |name: &'static str, text: &'static str| [("da", text), ("en", text), ("zh", text)].map(|(lang, t)| (format!("{name}-{lang}"), t));
    let texts = [three("title", "First call"), three("summary", "What it is for")].concat();
    let mut basics: Vec<(&str, &str)> = texts.iter().map(|(n, t)| (n.as_str(), *t)).collect();
    basics.extend([("theme", "1"), ("max_months", "24"), ("confirmation", "all")]);
    rm.save("basics", &basics);
    sh.save("pots", &[("pot-RM-2027", "1500000"), ("pot-SH-2027", "1000000")]);
    let labels = three("r0-label", "Quality");
    let anchors = three("r0-anchors", "weak\nstrong");
    let mut criteria: Vec<(&str, &str)> = labels.iter().chain(&anchors).map(|(n, t)| (n.as_str(), *t)).collect();
    criteria.extend([("rows", "1"), ("r0-weight", "100"), ("do", "save")]);
    rm.save("criteria", &[("rows", "0"), ("do", "add")]);
    rm.save("criteria", &criteria);
    let body = option(&rm.get("/calls/first/edit/presented").body, ">Committee for Regional Development");
    rm.save("presented", &[("body", &body), ("on", "2024-01-10")]);

    let agree = version(&rm.get("/calls/first/publication").body);
    let agree = [("version", agree.as_str()), ("confirm", "yes")];
    let first = rm.post("/calls/first/publication", &agree);
    assert_eq!(first.location(), "/calls/first/edit", "{}", first.body);
    assert_eq!(sh.post("/calls/first/publication", &agree).location(), "/calls/first");
    let page = get(node.address, "/calls/first", "");
    assert!(page.status == 200 && page.body.contains("First call") && page.body.contains("UTC+8"), "{}", page.body);
}
