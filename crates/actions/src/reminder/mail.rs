//! The words of a reminder: in the reader's language first, the other two below, because a mailbox is read by many.

use super::duty::Owed;
use domain::{Lang, reminder::Tier};
use i18n::{Arg, format};

/// Subject and body.
pub fn write(owed: &Owed, tier: Tier, lang: Lang, escalated: bool, base: &str) -> (String, String) {
    let others = Lang::ALL.iter().copied().filter(|l| *l != lang);
    let parts: Vec<String> = std::iter::once(lang).chain(others).map(|l| body(owed, tier, l, escalated, base)).collect();
    (subject(owed, lang, escalated), parts.join("\n\n--\n\n"))
}

fn subject(owed: &Owed, lang: Lang, escalated: bool) -> String {
    let key = if escalated { "reminder-mail-subject-escalated" } else { "reminder-mail-subject" };
    let matter = i18n::text(lang, &format!("reminder-matter-{}", owed.duty.matter.code()), &[]);
    let args = [("matter", Arg::Text(&matter)), ("what", Arg::Text(owed.label.get(lang))), ("day", Arg::Text(&day(owed, lang)))];
    i18n::text(lang, key, &args)
}

fn body(owed: &Owed, tier: Tier, lang: Lang, escalated: bool, base: &str) -> String {
    let key = if escalated { "reminder-mail-escalated" } else { "reminder-mail-body" };
    let matter = i18n::text(lang, &format!("reminder-matter-{}", owed.duty.matter.code()), &[]);
    let what_to_do = i18n::text(lang, &format!("reminder-todo-{}", owed.duty.matter.code()), &[]);
    let tier = i18n::text(lang, &format!("reminder-tier-{}", tier.code()), &[]);
    let (link, board) = (format!("{base}{}", owed.href), format!("{base}/reminders"));
    let args = [
        ("matter", Arg::Text(&matter)),
        ("what", Arg::Text(owed.label.get(lang))),
        ("day", Arg::Text(&day(owed, lang))),
        ("tier", Arg::Text(&tier)),
        ("todo", Arg::Text(&what_to_do)),
        ("link", Arg::Text(&link)),
        ("board", Arg::Text(&board)),
    ];
    i18n::text(lang, key, &args)
}

fn day(owed: &Owed, lang: Lang) -> String {
    format::date_long(lang, crate::words::civil(owed.duty.due))
}
