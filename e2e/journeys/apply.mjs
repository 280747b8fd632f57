// An application from the first word to a receipt that a stranger can check; with script in Danish and without it in Chinese.
import { createHash } from "node:crypto";
import { checkAxe, checkPage, watch } from "../check.mjs";
import { send, signedIn } from "../house.mjs";
import { confirm, writeWhole } from "./writing.mjs";

export async function apply({ house, browser, findings }) {
  const first = await once(house, browser, findings, "da", true);
  const second = await once(house, browser, findings, "zh-Hans", false);
  return `${first} with script, ${second} without`;
}

async function once(house, browser, findings, lang, script) {
  const page = await signedIn(browser, house, "applicant", lang, { javaScriptEnabled: script });
  const other = await signedIn(browser, house, "expert-sh", lang, { javaScriptEnabled: script });
  watch(page, house, findings);
  watch(other, house, findings);
  const app = await writeWhole(page, other, house, lang, script);
  await photograph(page, `apply-submission-${lang}`);
  await confirm(page, "submit", script);
  const number = new URL(page.url()).pathname.match(/\/receipt\/([^/]+)$/)?.[1];
  findings.need(number, `no receipt after submitting (${lang}): ${page.url()}`);
  await photograph(page, `apply-receipt-${lang}`);
  await receipt(page, house, findings, app, number);
  await verified(browser, house, findings, lang, script, number);
  if (script) await look(page, house, findings, app, lang);
  return number;
}

async function receipt(page, house, findings, app, number) {
  const text = await page.locator("main").innerText();
  findings.expect(/\b[0-9a-f]{64}\b/.test(text), "the receipt shows no SHA-256");
  findings.expect(text.includes(number), "the receipt shows no number");
  const paper = await page.request.get(`${house.base}${app}/receipt/${number}/paper`);
  findings.expect(paper.ok() && (await paper.body()).subarray(0, 5).toString() === "%PDF-", "the receipt's paper is no PDF");
  const dossier = await page.request.get(`${house.base}${app}/receipt/${number}/dossier`);
  findings.expect(dossier.ok(), `the frozen dossier answers ${dossier.status()}`);
  const sha256 = text.match(/\b[0-9a-f]{64}\b/)?.[0];
  findings.expect(createHash("sha256").update(await dossier.body()).digest("hex") === sha256, "the frozen dossier does not have the receipt's SHA-256");
}

/** A stranger checks the number, and a number that nobody has. */
async function verified(browser, house, findings, lang, script, number) {
  const page = await signedIn(browser, house, null, lang, { javaScriptEnabled: script });
  await page.goto(`${house.base}/verify`);
  await page.fill("#asked", number);
  await send(page, page.locator("main form button[type=submit]"));
  findings.expect(await page.locator("main .alert-success").count() === 1, `${number} does not verify as genuine (${lang})`);
  await photograph(page, `apply-verified-${lang}`);
  await page.goto(`${house.base}/verify`);
  await page.fill("#asked", "CALL-2026-9999");
  await send(page, page.locator("main form button[type=submit]"));
  findings.expect(await page.locator("main .alert-success").count() === 0, "an unknown number verifies as genuine");
  await page.context().close();
}

/** The pages of a filled application, which no walk of links from an empty demonstration reaches. */
async function look(page, house, findings, app, lang) {
  const steps = ["", "/edit/project", "/edit/participants", "/edit/participants/new", "/edit/budget", "/edit/questions", "/edit/confirmations", "/submission", "/withdrawal"];
  for (const step of steps) {
    await page.goto(house.base + app + step);
    await checkPage(page, lang, `applicant ${lang} {app}${step}`, findings);
    await checkAxe(page, `applicant ${lang} {app}${step}`, findings);
  }
}

function photograph(page, name) {
  return page.screenshot({ path: `shots/${name}.png`, fullPage: true });
}
