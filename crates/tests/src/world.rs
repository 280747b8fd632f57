//! A whole node per test: SQLite always, PostgreSQL too where `COUNTERPART_PG` names a server.

use actions::{Desk, Sources, Viewer};
use domain::{Action, Currency, Instant, Lang, PartyCode, Role, Subject, Text3, decide, party::Party, time::Zone};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicI64, AtomicU64, Ordering},
};
use store::Db;
use web::App;

static NEXT: AtomicU64 = AtomicU64::new(0);

/// 2026-02-01T09:00:00Z: every world begins here.
pub const START: i64 = 1_769_936_400;

pub struct World {
    pub desk: Desk,
    pub app: App,
    clock: Arc<AtomicI64>,
    pub engine: &'static str,
}

/// Runs a test in a fresh world on every engine at hand.
pub async fn each(test: impl AsyncFn(&World)) {
    let dir = std::env::temp_dir().join(format!("counterpart-it-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed)));
    std::fs::create_dir_all(&dir).unwrap();
    let world = World::on(&format!("sqlite:{}", dir.join("t.sqlite").display()), "sqlite").await;
    test(&world).await;
    world.desk.db.close().await;
    std::fs::remove_dir_all(&dir).ok();
    if let Ok(server) = std::env::var("COUNTERPART_PG") {
        let name = format!("counterpart_it_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        admin(&server, format!("create database {name}")).await;
        let world = World::on(&format!("{server}/{name}"), "postgres").await;
        test(&world).await;
        world.desk.db.close().await;
        admin(&server, format!("drop database {name} with (force)")).await;
    }
}

async fn admin(server: &str, sql: String) {
    let mut connection = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    connection.execute(AssertSqlSafe(sql)).await.unwrap();
}

impl World {
    /// A world on a database of one's own, which the caller takes away.
    pub async fn on(url: &str, engine: &'static str) -> World {
        let db = Db::open(url).await.unwrap();
        let clock = Arc::new(AtomicI64::new(START * 1_000_000));
        let (ticking, chance) = (clock.clone(), Mutex::new(0x9E37_79B9_7F4A_7C15_u64));
        let sources = Sources {
            // Every look at the clock is a microsecond later, as on a real machine.
            clock: Arc::new(move || Instant::from_micros(ticking.fetch_add(1, Ordering::Relaxed))),
            chance: Arc::new(move |bytes| {
                let mut state = chance.lock().unwrap();
                for b in bytes {
                    // xorshift64*: even, seeded, not secret
                    *state ^= *state >> 12;
                    *state ^= *state << 25;
                    *state ^= *state >> 27;
                    *b = (state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 56) as u8;
                }
            }),
        };
        store::migration::run(&db, Instant::from_micros(START * 1_000_000)).await.unwrap();
        let desk = Desk::new(db, sources, "http://node.example.org", &[7; 32]);
        let permit = decide(&Viewer::operator().actor(), Action::EditProgramme, &Subject::Site).unwrap();
        let mut tx = desk.db.write().await.unwrap();
        let parties = vec![
            party("RM", "Region Midtjylland", "DK", Currency::Dkk, "Europe/Copenhagen"),
            party("SH", "上海市", "CN", Currency::Cny, "Asia/Shanghai"),
        ];
        for p in &parties {
            store::party::save(&mut tx, &permit, p).await.unwrap();
        }
        tx.commit().await.unwrap();
        let app = App { desk: desk.clone(), parties: Arc::new(parties), demonstration: false };
        World { desk, app, clock, engine }
    }

    pub fn now(&self) -> Instant {
        self.desk.now()
    }
    pub fn advance(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
    }
    pub fn set_clock(&self, at: Instant) {
        self.clock.store(at.micros(), Ordering::Relaxed);
    }

    /// A new person with one role, as a viewer.
    pub async fn person(&self, role: Role, party: Option<&str>, lang: Lang) -> Viewer {
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("{} {} {n}", role.code(), party.unwrap_or(""));
        let roles = vec![(role, party.and_then(PartyCode::parse))];
        let id = actions::account::add(&self.desk, &Viewer::operator(), &name, &format!("p{n}@example.org"), lang, roles).await.unwrap();
        let account = store::account::find(&mut self.desk.db.read().await.unwrap(), &id).await.unwrap().unwrap();
        Viewer::of(account)
    }
    pub async fn officer(&self, party: &str) -> Viewer {
        self.person(Role::Officer, Some(party), if party == "SH" { Lang::Zh } else { Lang::Da }).await
    }
    pub async fn applicant(&self) -> Viewer {
        self.person(Role::Applicant, None, Lang::En).await
    }
}

fn party(code: &str, name: &str, country: &str, currency: Currency, zone: &str) -> Party {
    Party {
        code: PartyCode::parse(code).unwrap(),
        name: Text3::new(name, name, name),
        country: country.into(),
        currency,
        zone: Zone::parse(zone).unwrap(),
    }
}
