//! Killed while applicants submit: every submission that was acknowledged is there after the next start, and none twice.

use crate::node::{Folder, Node, get, post};
use domain::Instant;
use std::{
    collections::{HashMap, HashSet},
    net::SocketAddr,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};
use store::Db;
use tests::{Spec, World};

const APPLICANTS: usize = 40;
const AT_ONCE: usize = 8;
/// Acknowledgements before the server is killed, in each of the rounds.
const KILLED_AFTER: [usize; 3] = [5, 9, 1];

/// An applicant at the button.
#[derive(Clone)]
struct Ready {
    application: String,
    session: String,
    form_key: String,
}

impl Ready {
    /// The receipt's address, once the server has acknowledged.
    fn press(&self, address: SocketAddr) -> Option<String> {
        let form = [("form_key", self.form_key.as_str()), ("confirm", "yes")];
        let answer = post(address, &format!("/applications/{}/submission", self.application), &self.session, &form).ok()?;
        assert_eq!(answer.status, 303, "{}", answer.body);
        assert!(answer.location().contains("/receipt/"), "{}", answer.location());
        Some(answer.location())
    }
}

async fn ready(url: &str) -> Vec<Ready> {
    let world = World::on(url, "sqlite").await;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_micros();
    world.set_clock(Instant::from_micros(now as i64 - 60_000_000));
    let call = world.published_call().await;
    let mut all = Vec::new();
    for n in 0..APPLICANTS {
        let (applicant, id) = world.drafted(&call, &Spec::new(&format!("Project {n}"), 100_000, 80_000)).await;
        all.push(Ready { application: id.to_string(), session: world.session(&applicant).await, form_key: world.desk.token() });
    }
    world.desk.db.close().await;
    all
}

/// Everybody still without an acknowledgement presses, until the server is killed.
fn rush(folder: &Folder, waiting: &[Ready], kill_after: usize) -> HashMap<String, String> {
    let node = Mutex::new(Node::serve(folder));
    let address = node.lock().unwrap().address;
    let (next, killed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let acknowledged = Mutex::new(HashMap::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(ready) = waiting.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let Some(receipt) = ready.press(address) else { return };
                    let mut all = acknowledged.lock().unwrap();
                    all.insert(ready.application.clone(), receipt);
                    if all.len() == kill_after && killed.swap(1, Ordering::Relaxed) == 0 {
                        node.lock().unwrap().kill();
                    }
                }
            });
        }
    });
    acknowledged.into_inner().unwrap()
}

#[tokio::test]
async fn kill_9_loses_no_acknowledged_submission_and_doubles_none() {
    let folder = Folder::new();
    let all = ready(&folder.database()).await;
    let mut acknowledged: HashMap<String, String> = HashMap::new();
    for kill_after in KILLED_AFTER {
        let waiting: Vec<Ready> = all.iter().filter(|r| !acknowledged.contains_key(&r.application)).cloned().collect();
        let new = rush(&folder, &waiting, kill_after);
        assert!(new.len() >= kill_after, "the server was killed before {kill_after} acknowledgements");
        acknowledged.extend(new);
    }
    assert!(acknowledged.len() < APPLICANTS, "the rush was over before the last kill");
    // Everybody presses again, those with a receipt too: they find the one they have.
    let node = Node::serve(&folder);
    for ready in &all {
        let receipt = ready.press(node.address).unwrap();
        if let Some(before) = acknowledged.get(&ready.application) {
            assert_eq!(before, &receipt, "an acknowledged submission was lost");
        }
        let page = get(node.address, &receipt, &ready.session);
        let number = receipt.rsplit('/').next().unwrap();
        assert!(page.status == 200 && page.body.contains(number), "the receipt {number} has no page");
    }
    drop(node);
    let db = Db::open(&folder.database()).await.unwrap();
    let rows = db.read().await.unwrap().all("select application, number from submission", &[]).await.unwrap();
    let numbers: HashSet<String> = rows.iter().map(|r| r.text("number").unwrap()).collect();
    let applications: HashSet<String> = rows.iter().map(|r| r.text("application").unwrap()).collect();
    assert_eq!((rows.len(), numbers.len(), applications.len()), (APPLICANTS, APPLICANTS, APPLICANTS));
    let check = db.read().await.unwrap().all("pragma integrity_check", &[]).await.unwrap();
    assert_eq!(check[0].text("integrity_check").unwrap(), "ok");
    db.close().await;
}
