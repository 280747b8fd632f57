//! The server as its own process, so that the client's cost is not counted, and what a page costs it.

use super::{client::Client, process};
use crate::{config, config::Config, demo};
use actions::{Desk, Viewer, account};
use anyhow::{Context, Result, ensure};
use std::{
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// A database in `folder` and a free address.
pub fn config(folder: &Path) -> Result<Config> {
    std::fs::create_dir_all(folder)?;
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    Ok(Config {
        database_url: format!("sqlite:{}", folder.join("bench.sqlite").display()),
        listen: address,
        base_url: format!("http://{address}"),
        key_file: folder.join("bench.key"),
        smtp_url: None,
        mail_from: config::default_mail_from(),
        mail_folder: folder.join("mail"),
        demonstration: true,
    })
}

pub async fn session(desk: &Desk, email: &str) -> Result<String> {
    let viewer = demo::viewer(desk, email).await?;
    let id = viewer.account.context("no account")?.id;
    let link = account::link(desk, &Viewer::operator(), &id, true).await?;
    Ok(account::sign_in(desk, link.rsplit('/').next().unwrap_or("")).await?)
}

pub struct Server {
    child: Child,
    pub address: SocketAddr,
}

impl Server {
    pub async fn start(config: &Config) -> Result<Server> {
        let start = Instant::now();
        let child = Command::new(std::env::current_exe()?)
            .args(["serve"])
            .env("COUNTERPART_DATABASE_URL", &config.database_url)
            .env("COUNTERPART_LISTEN", config.listen.to_string())
            .env("COUNTERPART_BASE_URL", &config.base_url)
            .env("COUNTERPART_KEY_FILE", &config.key_file)
            .env("RUST_LOG", "error")
            .stdout(Stdio::null())
            .spawn()?;
        let server = Server { child, address: config.listen };
        loop {
            match Client::connect(server.address).await {
                Ok(_) => break,
                Err(e) if start.elapsed() > Duration::from_secs(20) => return Err(e),
                Err(_) => tokio::time::sleep(Duration::from_millis(2)).await,
            }
        }
        println!("start to first answer: {:.0} ms", start.elapsed().as_secs_f64() * 1000.0);
        Ok(server)
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// First answer, CPU, latency and bytes of each page.
    pub async fn measure(&self, pages: &[(&str, impl AsRef<str>)], session: &str, requests: usize) -> Result<()> {
        let mut client = Client::connect(self.address).await?;
        println!("{:28} {:>9} {:>9} {:>9} {:>9} {:>9}", "page", "first ms", "CPU ms", "p50 ms", "p99 ms", "bytes");
        for (name, path) in pages {
            let path = path.as_ref();
            let start = Instant::now();
            let first = client.ask(path, session, None).await?;
            let cold = start.elapsed().as_secs_f64() * 1000.0;
            ensure!(first.status == 200, "{path} answers {}", first.status);
            let before = process::cpu_seconds(self.pid())?;
            let mut times = Vec::with_capacity(requests);
            for _ in 0..requests {
                let start = Instant::now();
                client.ask(path, session, None).await?;
                times.push(start.elapsed().as_secs_f64() * 1000.0);
            }
            let cpu = (process::cpu_seconds(self.pid())? - before) * 1000.0 / requests as f64;
            times.sort_by(f64::total_cmp);
            let (p50, p99) = (times[times.len() / 2], times[times.len() * 99 / 100]);
            println!("{name:28} {cold:>9.1} {cpu:>9.2} {p50:>9.2} {p99:>9.2} {:>9}", first.body.len());
        }
        println!("resident: {:.0} MB", process::resident_mb(self.pid())?);
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
