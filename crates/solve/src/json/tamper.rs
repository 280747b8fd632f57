//! Changes one value of a tree, as somebody would who wants a checker to believe something else.

use super::{Json, Value};

/// Changes the value at a place, counted in reading order and again from the start where the tree ends: a number by
/// `by`, nothing to a number, yes to no; a list loses or repeats its last value, a text one of its words.
pub(crate) fn tamper(json: &mut Json, place: usize, by: i64) {
    let place = place % values(json);
    change(json, &mut 0, place, by);
}

/// How many values there are.
pub(crate) fn values(json: &Json) -> usize {
    1 + match &json.value {
        Value::Array(items) => items.iter().map(values).sum(),
        Value::Object(members) => members.iter().map(|member| values(&member.1)).sum(),
        _ => 0,
    }
}

fn change(json: &mut Json, seen: &mut usize, place: usize, by: i64) {
    let here = *seen == place;
    *seen += 1;
    match &mut json.value {
        Value::Int(number) if here => *number = number.saturating_add(by),
        Value::Bool(flag) if here => *flag = !*flag,
        Value::Null if here => json.value = Value::Int(by),
        Value::Array(items) if here && by < 0 => drop(items.pop()),
        Value::Array(items) if here => items.extend(items.last().cloned()),
        Value::Text(text) if here => {
            let mut words: Vec<&str> = text.split(' ').collect();
            words.remove(by.unsigned_abs() as usize % words.len());
            *text = words.join(" ");
        }
        Value::Array(items) => items.iter_mut().for_each(|item| change(item, seen, place, by)),
        Value::Object(members) => members.iter_mut().for_each(|member| change(&mut member.1, seen, place, by)),
        _ => {}
    }
}
