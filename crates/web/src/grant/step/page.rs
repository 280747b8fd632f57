//! The page of one step: what it is about, its fields, and what a release rests on.

use super::award::MAX_INSTALMENTS;
use crate::kit::{Fields, Frame};
use actions::grant::Dossier;
use askama::Template;
use domain::{
    Money, PartyCode, Refusal, Text3,
    grant::{Releasable, Side},
};

#[derive(Template)]
#[template(path = "grant/step.html")]
pub(super) struct Page {
    pub l: Frame,
    pub f: Fields,
    pub v: Dossier,
    pub own: PartyCode,
    /// Last part of the address.
    pub step: String,
    pub refused: Option<Refusal>,
    /// What a release rests on, where nothing is missing.
    pub rests: Option<Releasable>,
    /// Pairs of id and name.
    pub bodies: Vec<(String, String)>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        let (call, id) = (&self.v.call, &self.v.project.grant.application);
        vec![
            (format!("/calls/{}/grants", call.slug), self.l.t("grant-list-title")),
            (format!("/applications/{id}/grant"), self.v.project.grant.number.clone()),
        ]
    }
    fn side(&self) -> &Side {
        let [a, b] = &self.v.project.grant.sides;
        if a.party == self.own { a } else { b }
    }
    fn other(&self) -> &Side {
        let [a, b] = &self.v.project.grant.sides;
        if a.party == self.own { b } else { a }
    }
    fn title(&self) -> String {
        self.l.t(match self.step.as_str() {
            "statement" => "grant-step-state-cofinancing",
            "recommendation" => "grant-step-recommend",
            "decision" => "grant-step-decide",
            "award" => "grant-step-award",
            "plan" => "grant-step-plan",
            "presentation" => "grant-step-present",
            "evidence" => "grant-step-evidence",
            "release" => "grant-step-release",
            _ => "grant-withdraw-title",
        })
    }
    fn help(&self) -> String {
        let (own, other) = (self.l.party(&self.own), self.l.party(&self.other().party));
        let key = match self.step.as_str() {
            "statement" => return self.l.t2("grant-statement-help", "party", own, "counterpart", other),
            "recommendation" => return self.l.t1("grant-recommend-help", "counterpart", other),
            "award" => return self.l.t1("grant-award-help", "party", own),
            "evidence" => return self.l.t1("grant-evidence-help", "counterpart", other),
            "decision" => "grant-decide-help",
            "plan" => "grant-plan-help",
            "presentation" => "grant-present-help",
            "release" => "grant-release-help",
            _ => "grant-withdraw-help",
        };
        self.l.t(key)
    }
    fn currency(&self) -> &'static str {
        self.side().currency.code()
    }
    fn outcomes(&self, yes: &str, no: &str) -> Vec<(String, String)> {
        [yes, no].map(|code| (code.to_string(), self.l.code("grant-outcome", code))).to_vec()
    }
    /// Field name and label of each own participant that may be paid.
    fn shares(&self) -> Vec<(String, String)> {
        let own = self.v.project.grant.participants.iter().filter(|p| p.party.as_ref() == Some(&self.own) && p.eligible);
        let label = |p: &domain::grant::Payee| {
            let asked = p.requested.unwrap_or(Money::zero(self.side().currency));
            (format!("share-{}", p.id), self.l.t2("grant-field-share", "name", &p.name, "money", self.l.money(asked)))
        };
        own.map(label).collect()
    }
    fn limits(&self) -> String {
        let own = self.side();
        let granted = own.decision.as_ref().and_then(|d| d.granted).unwrap_or(Money::zero(own.currency));
        let left =
            self.v.pots.iter().find(|(p, _)| p == &self.own).and_then(|(_, pot)| pot.left().ok()).unwrap_or(Money::zero(own.currency));
        let money = |m| self.l.money(m);
        self.l.t3("grant-limits", "granted", money(granted), "requested", money(own.requested), "left", money(left))
    }
    /// Fields of the plan: amount, day, number.
    fn plan(&self) -> Vec<(String, String, usize)> {
        let first = self.side().instalments.iter().filter(|i| i.release.is_some()).count();
        (1..=MAX_INSTALMENTS).map(|n| (format!("amount-{n}"), format!("day-{n}"), first + n)).collect()
    }
    fn confirmation(&self) -> String {
        self.l.t(match self.step.as_str() {
            "award" => "grant-confirm-award",
            "release" => "grant-confirm-release",
            "withdrawal" => "grant-confirm-withdraw",
            _ => "grant-confirm",
        })
    }
    fn button(&self) -> String {
        match &self.rests {
            Some(r) => self.l.t1("grant-release-button", "money", self.l.money(r.amount())),
            None => self.l.t("grant-save"),
        }
    }
    /// What the release rests on, in sentences.
    fn rests_on(&self, r: &Releasable) -> Vec<String> {
        let l = &self.l;
        let (meeting, other) = (r.presented().meeting(), self.other());
        let name: Text3 = self.v.bodies.iter().find(|b| b.id == meeting.body).map(|b| b.name.clone()).unwrap_or_default();
        let mut all = vec![l.t3("grant-rests-presented", "body", l.text(&name), "day", l.day(meeting.day), "meeting", &meeting.name)];
        if let Some(s) = other.statements.iter().find(|s| &s.id == r.cofinancing().statement()) {
            let said =
                [("party", l.party(&other.party)), ("money", l.money(s.amount)), ("reference", s.reference.clone()), ("day", l.day(s.day))];
            all.push(l.tn("grant-rests-statement", &said));
        }
        if let Some(e) = other.evidence.iter().find(|e| &e.id == r.activity().evidence()) {
            all.push(l.t3("grant-rests-evidence", "party", l.party(&other.party), "what", &e.what, "day", l.day(e.day)));
        }
        all
    }
    fn blank(&self) -> String {
        String::new()
    }
}
