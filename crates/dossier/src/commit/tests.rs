//! What is opened is what was sealed, or nothing.
use super::*;
use proptest::prelude::*;

const LIST: &[u8] = b"{\"v\":1}";

fn context() -> Context<'static> {
    Context { link: "link-1", call: "2009-it", round: 1, party: "RM", roster: Digest::of(b"roster") }
}

fn slip() -> Slip {
    Slip { key: [3; 32], salt: [4; 32] }
}

fn sealed() -> Sealed {
    seal(LIST, &context(), &slip(), [5; 24])
}

#[test]
fn a_sealed_list_opens_with_its_slip() {
    assert_eq!(open(&sealed(), &context(), &slip()), Ok(LIST.to_vec()));
    let json = serde_json::to_string(&sealed()).unwrap();
    assert_eq!(serde_json::from_str::<Sealed>(&json).unwrap(), sealed());
    assert!(!json.contains("\"v\""), "the list is not readable in what is published");
}

#[test]
fn the_commitment_is_the_published_formula() {
    let mut preimage = Vec::new();
    let roster = Digest::of(b"roster");
    for field in [LABEL, b"link-1", b"2009-it", &[0, 0, 0, 1], b"RM", &roster.0, &[4; 32], LIST] {
        preimage.extend_from_slice(&(field.len() as u64).to_be_bytes());
        preimage.extend_from_slice(field);
    }
    assert_eq!(sealed().commitment, Digest::of(&preimage));
}

#[test]
fn every_field_of_the_context_counts() {
    let c = context();
    for other in [
        Context { link: "link-2", ..c },
        Context { call: "2010-it", ..c },
        Context { round: 2, ..c },
        Context { party: "SH", ..c },
        Context { roster: Digest::of(b"other"), ..c },
        // The same letters, moved from one field into the next.
        Context { link: "link-12", call: "009-it", ..c },
    ] {
        assert_eq!(open(&sealed(), &other, &slip()), Err(RevealMismatch::Cipher), "{other:?}");
        assert_ne!(commitment(LIST, &other, &slip().salt), sealed().commitment, "{other:?}");
    }
}

#[test]
fn every_field_of_the_seal_and_slip_counts() {
    let mut wrong = sealed();
    wrong.nonce[0] ^= 1;
    assert_eq!(open(&wrong, &context(), &slip()), Err(RevealMismatch::Cipher));
    let mut wrong = sealed();
    wrong.commitment.0[31] ^= 1;
    assert_eq!(open(&wrong, &context(), &slip()), Err(RevealMismatch::Commitment));
    assert_eq!(open(&sealed(), &context(), &Slip { salt: [9; 32], ..slip() }), Err(RevealMismatch::Commitment));
    assert_eq!(open(&sealed(), &context(), &Slip { key: [9; 32], ..slip() }), Err(RevealMismatch::Cipher));
    let empty = Sealed { ciphertext: Vec::new(), ..sealed() };
    assert_eq!(open(&empty, &context(), &slip()), Err(RevealMismatch::Cipher));
}

#[test]
fn another_list_under_the_same_key_is_refused() {
    // A cheat swaps the list after committing: a fresh ciphertext opens, the commitment does not fit.
    let swapped = seal(b"{\"v\":2}", &context(), &slip(), [6; 24]);
    let cheat = Sealed { commitment: sealed().commitment, ..swapped };
    assert_eq!(open(&cheat, &context(), &slip()), Err(RevealMismatch::Commitment));
}

#[test]
fn the_other_side_s_commitment_cannot_be_copied() {
    // Shanghai hands in what the region published, and later repeats its slip.
    let copy = sealed();
    let theirs = Context { party: "SH", ..context() };
    assert!(open(&copy, &theirs, &slip()).is_err());
    // Even with a ciphertext of its own, the copied commitment names the other party.
    let own = seal(LIST, &theirs, &slip(), [6; 24]);
    let forged = Sealed { commitment: copy.commitment, ..own };
    assert_eq!(open(&forged, &theirs, &slip()), Err(RevealMismatch::Commitment));
}

#[test]
fn a_roster_has_no_order_but_every_project_counts() {
    let (a, b) = (("a", Digest::of(b"1")), ("b", Digest::of(b"2")));
    assert_eq!(roster(&[a, b]), roster(&[b, a]));
    assert_ne!(roster(&[a, b]), roster(&[a]));
    assert_ne!(roster(&[a, b]), roster(&[("a", b.1), ("b", a.1)]));
    assert_ne!(roster(&[]), Digest::of(b""));
}

proptest! {
    #[test]
    fn any_list_comes_back_and_any_flip_is_found(
        list in proptest::collection::vec(any::<u8>(), 0..200), key: [u8; 32], salt: [u8; 32], nonce: [u8; 24], at: prop::sample::Index,
    ) {
        let slip = Slip { key, salt };
        let sealed = seal(&list, &context(), &slip, nonce);
        prop_assert_eq!(open(&sealed, &context(), &slip), Ok(list));
        let mut wrong = sealed.clone();
        let i = at.index(wrong.ciphertext.len());
        wrong.ciphertext[i] ^= 0x40;
        prop_assert_eq!(open(&wrong, &context(), &slip), Err(RevealMismatch::Cipher));
    }
}
