//! Carries mail: by SMTP where a server is configured, else as .eml files in a folder; and the loop that does so.

use crate::config::Config;
use actions::{
    Desk,
    outbox::{Mail, Transport, deliver},
};
use anyhow::{Context, Result};
use domain::outbox::Attempt;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};
use std::{future::Future, path::PathBuf, pin::Pin, time::Duration};

/// Pause between two looks at the outbox.
const PAUSE: Duration = Duration::from_secs(5);
/// Pause between two looks at whether reminders are due.
const REMINDING: Duration = Duration::from_secs(600);
/// A server that is silent for longer is tried again later.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where mail goes, as the configuration says; a wrong address stops the start.
pub fn transport(config: &Config) -> Result<Box<dyn Transport>> {
    let from: Mailbox = config.mail_from.parse().with_context(|| format!("mail_from is not an address: {}", config.mail_from))?;
    let Some(url) = &config.smtp_url else {
        std::fs::create_dir_all(&config.mail_folder).with_context(|| format!("the mail folder {}", config.mail_folder.display()))?;
        return Ok(Box::new(Folder { from, path: config.mail_folder.clone() }));
    };
    // The address may hold a password: it stays out of the message.
    let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
        .map_err(|_| anyhow::anyhow!("smtp_url is not an address like smtps://user:password@host"))?;
    Ok(Box::new(Smtp { from, server: server.timeout(Some(PATIENCE)).build() }))
}

/// Delivers until the task is dropped.
pub async fn run(desk: Desk, transport: Box<dyn Transport>) {
    loop {
        match deliver(&desk, &*transport).await {
            Ok(round) if round == Default::default() => {}
            Ok(round) => tracing::info!(sent = round.sent, postponed = round.postponed, given_up = round.given_up, "mail"),
            Err(e) => tracing::error!(error = ?e, "mail could not be delivered"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Reckons the reminders when a reckoning is due, until the task is dropped; what a stop has missed is made up for at the start.
pub async fn remind(desk: Desk) {
    loop {
        match actions::reminder::daily(&desk).await {
            Ok(false) => {}
            Ok(true) => tracing::info!("reminders were reckoned"),
            Err(e) => tracing::error!(error = ?e, "reminders could not be reckoned"),
        }
        tokio::time::sleep(REMINDING).await;
    }
}

fn message(from: &Mailbox, mail: &Mail) -> Result<Message> {
    let to: Mailbox = mail.recipient.parse()?;
    let id = format!("<{}@{}>", mail.id, from.email.domain());
    let message = Message::builder().from(from.clone()).to(to).subject(&mail.subject).message_id(Some(id)).header(ContentType::TEXT_PLAIN);
    Ok(message.body(mail.body.clone())?)
}

struct Smtp {
    from: Mailbox,
    server: AsyncSmtpTransport<Tokio1Executor>,
}

impl Transport for Smtp {
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Attempt> + Send + 'a>> {
        Box::pin(async move {
            let message = match message(&self.from, mail) {
                Ok(message) => message,
                Err(e) => return Attempt::Never(e.to_string()),
            };
            match self.server.send(message).await {
                Ok(_) => Attempt::Sent,
                Err(e) if e.is_permanent() => Attempt::Never(e.to_string()),
                Err(e) => Attempt::Later(e.to_string()),
            }
        })
    }
}

struct Folder {
    from: Mailbox,
    path: PathBuf,
}

impl Transport for Folder {
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Attempt> + Send + 'a>> {
        Box::pin(async move {
            let message = match message(&self.from, mail) {
                Ok(message) => message,
                Err(e) => return Attempt::Never(e.to_string()),
            };
            match tokio::fs::write(self.path.join(format!("{}.eml", mail.id)), message.formatted()).await {
                Ok(()) => Attempt::Sent,
                Err(e) => Attempt::Later(e.to_string()),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Instant, ids::MailId};
    use tokio::{
        io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
        net::TcpListener,
    };

    fn mail() -> Mail {
        Mail {
            id: MailId::mint(Instant::from_micros(1), [7; 10]),
            recipient: "p@example.org".into(),
            subject: "Dit link – 登录链接".into(),
            body: "Kære Åse\n".into(),
            attempts: 0,
        }
    }

    fn config(smtp_url: Option<String>, folder: &std::path::Path) -> Config {
        Config {
            database_url: String::new(),
            listen: ([127, 0, 0, 1], 0).into(),
            base_url: String::new(),
            key_file: PathBuf::new(),
            smtp_url,
            mail_from: "Counterpart <counterpart@example.org>".into(),
            mail_folder: folder.into(),
            demonstration: false,
        }
    }

    /// A server that answers the recipient with `answer`, and says yes to everything else.
    async fn server(answer: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let (reader, mut writer) = stream.split();
            let mut lines = BufReader::new(reader).lines();
            writer.write_all(b"220 here\r\n").await.unwrap();
            let mut in_data = false;
            while let Ok(Some(line)) = lines.next_line().await {
                let reply = match (in_data, line.split(' ').next().unwrap_or("")) {
                    (true, ".") => "250 kept",
                    (true, _) => continue,
                    (false, "RCPT") => answer,
                    (false, "DATA") => "354 go on",
                    _ => "250 yes",
                };
                in_data = reply.starts_with("354");
                writer.write_all(format!("{reply}\r\n").as_bytes()).await.unwrap();
            }
        });
        format!("smtp://{address}")
    }

    #[tokio::test]
    async fn servers_take_postpone_and_refuse() {
        let folder = std::env::temp_dir();
        for (answer, expected) in [("250 yes", "sent"), ("451 later", "later"), ("550 nobody", "never")] {
            let transport = transport(&config(Some(server(answer).await), &folder)).unwrap();
            let got = match transport.send(&mail()).await {
                Attempt::Sent => "sent",
                Attempt::Later(_) => "later",
                Attempt::Never(_) => "never",
            };
            assert_eq!(got, expected, "{answer}");
        }
    }

    #[tokio::test]
    async fn without_a_server_mail_is_kept_as_files() {
        let folder = std::env::temp_dir().join(format!("counterpart-post-{}", std::process::id()));
        let transport = transport(&config(None, &folder)).unwrap();
        assert_eq!(transport.send(&mail()).await, Attempt::Sent);
        let text = std::fs::read_to_string(folder.join(format!("{}.eml", mail().id))).unwrap();
        assert!(text.contains("To: p@example.org") && text.contains("utf-8"), "{text}");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
