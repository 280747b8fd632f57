//! What the forms of several steps hold: a day, a meeting, a document, the box to confirm.

use crate::kit::Fields;
use actions::grant::{NewMeeting, Upload};
use domain::{ids::BodyId, time::Day};

pub(super) fn day(f: &mut Fields, name: &str) -> Option<Day> {
    let day = Day::parse(f.value(name));
    if day.is_none() {
        f.fail(name, "journal-day", vec![]);
    }
    day
}

pub(super) fn confirmed(f: &mut Fields) -> bool {
    if !f.is("confirm", "yes") {
        f.fail("confirm-tick", "grant-confirm", vec![]);
    }
    f.errors.is_empty()
}

pub(super) fn upload(f: &Fields) -> Option<Upload> {
    let file = f.files.iter().find(|x| x.field == "document")?;
    Some(Upload { name: file.name.clone(), bytes: file.bytes.to_vec() })
}

pub(super) fn meeting(f: &mut Fields) -> Option<NewMeeting> {
    let body = BodyId::parse(f.value("body"));
    if body.is_none() {
        f.fail("body", "required", vec![]);
    }
    let (name, day) = (f.required("meeting", 200), day(f, "day"));
    Some(NewMeeting { body: body?, name, day: day? })
}
