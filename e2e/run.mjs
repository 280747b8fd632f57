// Runs the browser journeys: `node run.mjs`, or `node run.mjs pages apply` for some. Ends with 1 if anything is found.
import { mkdirSync, rmSync } from "node:fs";
import { Findings } from "./check.mjs";
import { startBrowser, startHouse } from "./house.mjs";
import { apply } from "./journeys/apply.mjs";
import { assess } from "./journeys/assess.mjs";
import { keyboard } from "./journeys/keyboard.mjs";
import { late } from "./journeys/late.mjs";
import { pages } from "./journeys/pages.mjs";
import { priorities } from "./journeys/priorities.mjs";
import { script } from "./journeys/script.mjs";

const JOURNEYS = { apply, assess, late, keyboard, script, priorities, pages };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in JOURNEYS));
if (unknown.length) {
  console.error(`no journey ${unknown.join(", ")}; there are: ${Object.keys(JOURNEYS).join(", ")}`);
  process.exit(1);
}

rmSync("shots", { recursive: true, force: true });
mkdirSync("shots");
const start = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const house = await startHouse();
console.log(`   demonstration started, ${seconds(start)}`);
const browser = await startBrowser();
let found = 0;
for (const name of asked.length ? asked : Object.keys(JOURNEYS)) {
  const since = performance.now();
  const findings = new Findings();
  let said = "";
  try {
    said = (await JOURNEYS[name]({ house, browser, findings })) ?? "";
  } catch (error) {
    findings.list.push(`stopped: ${error.stack}`);
    await photograph(name);
  }
  for (const context of browser.contexts()) await context.close().catch(() => {});
  console.log(`${findings.list.length ? "FAIL" : "ok  "} ${name}, ${seconds(since)}${said && ` (${said})`}`);
  for (const finding of new Set(findings.list)) console.log(`     ${finding}`);
  found += findings.list.length;
}
await browser.close();
await house.stop();
console.log(`   ${found ? `${found} findings` : "all journeys passed"}, ${seconds(start)}`);
process.exit(found ? 1 : 0);

/** What the pages looked like when a journey stopped. */
async function photograph(name) {
  let number = 0;
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    number += 1;
    await page.screenshot({ path: `shots/${name}-stopped-${number}.png`, fullPage: true }).catch(() => {});
  }
}
