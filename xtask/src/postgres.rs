//! A PostgreSQL server of the tests' own: started from Debian's packages on a free port, gone with the run.

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

pub struct Server {
    /// Without a database name: the tests make their own.
    pub url: String,
    data: PathBuf,
}

/// The newest installed server's programs.
pub fn bin() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|e| e.path().join("bin")).collect();
    found.retain(|dir| dir.join("initdb").exists());
    found.sort();
    found.pop()
}

pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|m| std::os::unix::fs::MetadataExt::uid(&m) == 0)
}

impl Server {
    pub fn start() -> Result<Server, String> {
        let bin = bin().ok_or("PostgreSQL is not installed")?;
        // Not under the checkout: the server's own user must be able to reach it.
        let data = std::env::temp_dir().join(format!("counterpart-ci-{}", std::process::id()));
        fs::create_dir_all(&data).map_err(|e| e.to_string())?;
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).map_err(|e| e.to_string())?.port();
        if is_root() {
            ok(Command::new("chown").arg("postgres").arg(&data))?;
        }
        let cluster = data.join("cluster");
        ok(as_server(&bin.join("initdb")).arg("-D").arg(&cluster).args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"]))?;
        let options = format!("-p {port} -k {} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200", data.display());
        ok(as_server(&bin.join("pg_ctl"))
            .arg("-D")
            .arg(&cluster)
            .arg("-w")
            .arg("-l")
            .arg(data.join("log"))
            .arg("-o")
            .arg(options)
            .arg("start"))?;
        println!("   PostgreSQL on port {port}");
        Ok(Server { url: format!("postgres://postgres@127.0.0.1:{port}"), data })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(bin) = bin() {
            ok(as_server(&bin.join("pg_ctl")).arg("-D").arg(self.data.join("cluster")).args(["-m", "immediate", "stop"])).ok();
        }
        fs::remove_dir_all(&self.data).ok();
    }
}

/// PostgreSQL refuses to run as root.
fn as_server(program: &Path) -> Command {
    if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

fn ok(command: &mut Command) -> Result<(), String> {
    let status = command.stdout(Stdio::null()).status().map_err(|e| format!("{:?}: {e}", command.get_program()))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}")) }
}
