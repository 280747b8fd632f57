// Runs the browser journeys: `node run.mjs`, or `node run.mjs pages apply` for some. Ends with 1 if anything is found.
import { mkdirSync, rmSync } from "node:fs";
import { Findings } from "./check.mjs";
import { startBrowser, startHouse } from "./house.mjs";
import { apply } from "./journeys/apply.mjs";
import { assess } from "./journeys/assess.mjs";
import { grant } from "./journeys/grant.mjs";
import { keyboard } from "./journeys/keyboard.mjs";
import { late } from "./journeys/late.mjs";
import { pages } from "./journeys/pages.mjs";
import { priorities } from "./journeys/priorities.mjs";
import { script } from "./journeys/script.mjs";

/** One demonstration for each stage, shared by the journeys that begin there; they run one after the other, the stages side by side. */
const STAGES = {
  assessing: { assess },
  assessed: { priorities, apply, late, keyboard, script },
  agreed: { grant },
  released: { pages },
};

const known = Object.values(STAGES).flatMap((journeys) => Object.keys(journeys));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length) {
  console.error(`no journey ${unknown.join(", ")}; there are: ${known.join(", ")}`);
  process.exit(1);
}

rmSync("shots", { recursive: true, force: true });
mkdirSync("shots");
const start = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const found = await Promise.all(Object.entries(STAGES).map(([stage, journeys]) => play(stage, journeys)));
const all = found.reduce((sum, n) => sum + n, 0);
console.log(`   ${all ? `${all} findings` : "all journeys passed"}, ${seconds(start)}`);
process.exit(all ? 1 : 0);

/** The journeys of one stage that were asked for; answers how much they found. */
async function play(stage, journeys) {
  const names = Object.keys(journeys).filter((name) => !asked.length || asked.includes(name));
  if (!names.length) return 0;
  const house = await startHouse(stage);
  const browser = await startBrowser();
  console.log(`   demonstration "${stage}" started, ${seconds(start)}`);
  let found = 0;
  for (const name of names) {
    const since = performance.now();
    const findings = new Findings();
    let said = "";
    try {
      said = (await journeys[name]({ house, browser, findings })) ?? "";
    } catch (error) {
      findings.list.push(`stopped: ${error.stack}`);
      await photograph(browser, name);
    }
    for (const context of browser.contexts()) await context.close().catch(() => {});
    console.log(`${findings.list.length ? "FAIL" : "ok  "} ${name}, ${seconds(since)}${said && ` (${said})`}`);
    for (const finding of new Set(findings.list)) console.log(`     ${finding}`);
    found += findings.list.length;
  }
  await browser.close();
  await house.stop();
  return found;
}

/** What the pages looked like when a journey stopped. */
async function photograph(browser, name) {
  let number = 0;
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    number += 1;
    await page.screenshot({ path: `shots/${name}-stopped-${number}.png`, fullPage: true }).catch(() => {});
  }
}
