//! The server as its own process, and a client that speaks just enough HTTP to it.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread::sleep,
    time::{Duration, Instant},
};

/// The program with a folder to work in and nothing of this machine's configuration.
pub fn program(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpart"));
    command.current_dir(dir).env_clear().env("RUST_LOG", "off");
    command
}

/// A folder of its own, gone with the value.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("counterpart-binary-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
    pub fn path(&self) -> &Path {
        &self.0
    }
    /// Address of the one SQLite database in it.
    pub fn database(&self) -> String {
        format!("sqlite:{}", self.0.join("node.sqlite").display())
    }
    /// A configuration file for that database.
    pub fn configured(&self) -> PathBuf {
        let path = self.0.join("counterpart.toml");
        std::fs::write(&path, format!("database_url = \"{}\"\nbase_url = \"http://node.example.org\"\n", self.database())).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// Runs the program to its end.
pub fn run(dir: &Path, args: &[&str]) -> Output {
    program(dir).args(args).output().unwrap()
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub struct Node {
    child: Child,
    pub address: SocketAddr,
}

impl Node {
    /// `counterpart serve` in the folder, ready to answer.
    pub fn serve(folder: &Folder) -> Node {
        folder.configured();
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut command = program(folder.path());
        command.arg("serve").env("COUNTERPART_LISTEN", address.to_string()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut node = Node { child: command.spawn().unwrap(), address };
        let begun = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(node.child.try_wait().unwrap().is_none(), "the server ended");
            assert!(begun.elapsed() < Duration::from_secs(60), "the server does not answer");
            sleep(Duration::from_millis(10));
        }
        node
    }

    /// SIGKILL: no handler runs, nothing is flushed.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> String {
        let line = self.head.lines().find_map(|l| l.split_once(": ").filter(|(n, _)| n.eq_ignore_ascii_case(name)));
        line.map(|(_, value)| value.to_string()).unwrap_or_default()
    }
    pub fn location(&self) -> String {
        self.header("location")
    }
    /// The session that a sign-in opened.
    pub fn session(&self) -> String {
        let cookie = self.head.split("session=").nth(1).unwrap_or_default();
        cookie.chars().take_while(char::is_ascii_hexdigit).collect()
    }
}

/// One request on a connection of its own; an error where the server went away before its answer was whole.
pub fn ask(address: SocketAddr, method: &str, path: &str, session: &str, kind: &str, body: &[u8]) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncookie: session={session}; lang=en\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    read(&bytes).ok_or_else(|| std::io::ErrorKind::UnexpectedEof.into())
}

fn read(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|w| w == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let body = &bytes[end + 4..];
    let answer = Answer { status: head.split(' ').nth(1)?.parse().ok()?, body: String::from_utf8_lossy(body).into_owned(), head };
    // Cut off in the middle is no answer.
    (answer.header("content-length").parse().unwrap_or(0) == body.len()).then_some(answer)
}

pub fn get(address: SocketAddr, path: &str, session: &str) -> Answer {
    ask(address, "GET", path, session, "text/plain", b"").unwrap()
}

/// Sends a form.
pub fn post(address: SocketAddr, path: &str, session: &str, fields: &[(&str, &str)]) -> std::io::Result<Answer> {
    ask(address, "POST", path, session, "application/x-www-form-urlencoded", form(fields).as_bytes())
}

fn form(fields: &[(&str, &str)]) -> String {
    let coded = |text: &str| -> String {
        text.bytes()
            .map(|b| if b.is_ascii_alphanumeric() || b"-_.".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
            .collect()
    };
    fields.iter().map(|(name, value)| format!("{}={}", coded(name), coded(value))).collect::<Vec<_>>().join("&")
}
