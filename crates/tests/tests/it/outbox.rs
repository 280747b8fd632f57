//! Mail leaves after the commit, is tried again with growing pauses, and given up in the end; sign-in links come by it.

use actions::{
    Viewer,
    outbox::{Round, Transport},
};
use domain::{Lang, outbox::Attempt};
use std::{future::Future, pin::Pin, sync::Mutex};
use store::outbox::Mail;
use tests::{World, each};

/// Answers every mail alike and remembers it.
struct Post {
    answer: Attempt,
    seen: Mutex<Vec<Mail>>,
}

impl Post {
    fn new(answer: Attempt) -> Post {
        Post { answer, seen: Mutex::default() }
    }
}

impl Transport for Post {
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Attempt> + Send + 'a>> {
        self.seen.lock().unwrap().push(mail.clone());
        let answer = self.answer.clone();
        Box::pin(async move { answer })
    }
}

async fn deliver(w: &World, answer: Attempt) -> (Round, Vec<Mail>) {
    let post = Post::new(answer);
    let round = actions::outbox::deliver(&w.desk, &post).await.unwrap();
    (round, post.seen.into_inner().unwrap())
}

#[tokio::test]
async fn a_link_is_mailed_in_the_person_s_language_and_signs_in() {
    each(async |w| {
        let officer = w.officer("SH").await.account.unwrap();
        let nobody = Viewer::nobody(Lang::En);
        actions::account::request_link(&w.desk, &nobody, &format!(" {} ", officer.email.to_uppercase())).await.unwrap();
        actions::account::request_link(&w.desk, &nobody, "unknown@example.org").await.unwrap();
        let (round, mails) = deliver(w, Attempt::Sent).await;
        assert_eq!((round.sent, mails.len()), (1, 1));
        assert!(mails[0].subject.contains("登录") && mails[0].recipient == officer.email);
        let token = mails[0].body.split("/sign-in/").nth(1).unwrap().split_whitespace().next().unwrap();
        actions::account::sign_in(&w.desk, token).await.unwrap();
        assert_eq!(deliver(w, Attempt::Sent).await.0, Round::default());
    })
    .await;
}

#[tokio::test]
async fn links_are_few_at_once() {
    each(async |w| {
        let email = w.applicant().await.account.unwrap().email;
        for _ in 0..10 {
            actions::account::request_link(&w.desk, &Viewer::nobody(Lang::En), &email).await.unwrap();
        }
        assert_eq!(deliver(w, Attempt::Sent).await.0.sent, 3);
        w.advance(31 * 60);
        actions::account::request_link(&w.desk, &Viewer::nobody(Lang::En), &email).await.unwrap();
        assert_eq!(deliver(w, Attempt::Sent).await.0.sent, 1);
    })
    .await;
}

#[tokio::test]
async fn a_silent_server_is_tried_again_and_a_refusing_one_is_not() {
    each(async |w| {
        let email = w.applicant().await.account.unwrap().email;
        actions::account::request_link(&w.desk, &Viewer::nobody(Lang::En), &email).await.unwrap();
        let later = || Attempt::Later("451 wait".into());
        assert_eq!(deliver(w, later()).await.0.postponed, 1);
        assert_eq!(deliver(w, later()).await.0, Round::default(), "not before it is due");
        for _ in 0..8 {
            w.advance(4 * 3600);
            assert_eq!(deliver(w, later()).await.0.postponed, 1);
        }
        w.advance(4 * 3600);
        assert_eq!(deliver(w, later()).await.0.given_up, 1);
        actions::account::request_link(&w.desk, &Viewer::nobody(Lang::En), &email).await.unwrap();
        assert_eq!(deliver(w, Attempt::Never("550 nobody here".into())).await.0.given_up, 1);
        w.advance(86_400);
        assert_eq!(deliver(w, Attempt::Sent).await.0, Round::default());
    })
    .await;
}
