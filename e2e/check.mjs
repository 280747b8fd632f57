// What a page must satisfy, collected rather than thrown, so that one run shows everything there is to mend.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** A journey's findings; `expect` notes a sentence and goes on, `need` stops the journey. */
export class Findings {
  list = [];
  expect(holds, sentence) {
    if (!holds) this.list.push(sentence);
    return holds;
  }
  need(holds, sentence) {
    if (!holds) throw new Error(sentence);
  }
}

/** Notes console errors, script errors and requests that leave the house. `allowed`: statuses of the journey's own making, e.g. 409. */
export function watch(page, house, findings, allowed = []) {
  const where = () => page.url().replace(house.base, "");
  page.on("pageerror", (error) => findings.list.push(`${where()}: script error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    if (allowed.some((status) => message.text().includes(`status of ${status}`))) return;
    findings.list.push(`${where()}: console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== house.base) findings.list.push(`${where()}: asks another host: ${request.url()}`);
  });
}

/** Language, one h1, no bare key of a missing text. */
export async function checkPage(page, lang, name, findings) {
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll("h1").length,
    keys: document.body.innerText.match(/\[[a-z0-9]+(-[a-z0-9]+)+\]/g) ?? [],
    title: document.title,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  findings.expect(seen.lang === lang, `${name}: html lang is "${seen.lang}"`);
  findings.expect(seen.headings === 1, `${name}: ${seen.headings} h1`);
  findings.expect(seen.keys.length === 0, `${name}: untranslated ${[...new Set(seen.keys)].join(" ")}`);
  findings.expect(!/^\s*–/.test(seen.title) && seen.title !== "", `${name}: no title`);
  findings.expect(seen.wide <= 0, `${name}: ${seen.wide} pixels wider than the window`);
}

/** Accessibility by axe; every violation becomes one readable finding. */
export async function checkAxe(page, name, findings) {
  // Through the debugger, which a strict content policy does not forbid.
  if (!(await page.evaluate(() => typeof globalThis.axe === "object"))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const result = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], iframes: false });
    return result.violations.map((v) => ({ id: v.id, help: v.help, nodes: v.nodes.map((n) => ({ target: n.target.join(" "), why: n.failureSummary })) }));
  }, TAGS);
  for (const v of violations) {
    const first = v.nodes[0];
    const more = v.nodes.length > 1 ? ` (and ${v.nodes.length - 1} more)` : "";
    findings.list.push(`${name}: axe ${v.id}: ${v.help}: ${first.target}${more}: ${first.why.replace(/\s*\n\s*/g, " ")}`);
  }
}
