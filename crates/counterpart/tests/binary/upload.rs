//! A file far beyond the limit is read to its end and answered with a page, over a real connection.

use crate::node::{Folder, Node, ask, post, run};

#[test]
fn a_hundred_megabytes_get_a_page_that_names_the_limit() {
    let folder = Folder::new();
    folder.configured();
    let example = run(folder.path(), &["setup", "--example"]);
    std::fs::write(folder.path().join("setup.toml"), example.stdout).unwrap();
    assert!(run(folder.path(), &["setup", "setup.toml"]).status.success());
    let node = Node::serve(&folder);
    let mut body = b"--X\r\ncontent-disposition: form-data; name=\"email\"; filename=\"a.pdf\"\r\n\r\n".to_vec();
    body.resize(100 * 1024 * 1024, b'x');
    let answer = ask(node.address, "POST", "/sign-in", "", "multipart/form-data; boundary=X", &body).unwrap();
    assert_eq!(answer.status, 413);
    assert!(answer.body.contains("The file is too large") && answer.body.contains("30"), "{}", answer.body);
    // The server goes on.
    assert_eq!(post(node.address, "/sign-in", "", &[("email", "p@example.org")]).unwrap().status, 200);
}
