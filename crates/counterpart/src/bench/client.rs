//! A minimal HTTP/1.1 client with one kept connection: enough to measure our own server without its cost showing.

use anyhow::{Context, Result, bail};
use std::net::SocketAddr;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

pub struct Client {
    stream: BufReader<TcpStream>,
    host: String,
}

pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: Vec<u8>,
}

impl Client {
    pub async fn connect(address: SocketAddr) -> Result<Client> {
        Ok(Client { stream: BufReader::new(TcpStream::connect(address).await?), host: address.to_string() })
    }

    /// `form`: urlencoded; none for GET.
    pub async fn ask(&mut self, path: &str, session: &str, form: Option<&str>) -> Result<Answer> {
        let (method, body) = form.map_or(("GET", ""), |f| ("POST", f));
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\ncookie: session={session}; lang=da\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            self.host,
            body.len()
        );
        self.stream.get_mut().write_all(request.as_bytes()).await?;
        self.read().await
    }

    async fn read(&mut self) -> Result<Answer> {
        let mut line = String::new();
        self.stream.read_line(&mut line).await?;
        let status = line.split(' ').nth(1).and_then(|s| s.parse().ok()).with_context(|| format!("no status in '{line}'"))?;
        let (mut length, mut location, mut chunked) = (0, String::new(), false);
        loop {
            line.clear();
            self.stream.read_line(&mut line).await?;
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            match name {
                "content-length" => length = value.trim().parse()?,
                "location" => location = value.trim().into(),
                "transfer-encoding" => chunked = true,
                _ => {}
            }
        }
        if chunked {
            bail!("a chunked answer");
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).await?;
        Ok(Answer { status, location, body })
    }
}
