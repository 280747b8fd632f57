// Both offices rank, seal, give their slips and sign one result; a wrong slip is refused and opens nothing.
import { checkAxe, checkPage, watch } from "../check.mjs";
import { send, signedIn } from "../house.mjs";

export const CALL = "/calls/2026-1";

export async function priorities({ house, browser, findings }) {
  const rm = await office(browser, house, findings, "officer-rm", "da");
  const sh = await office(browser, house, findings, "officer-sh", "zh-Hans");
  const slips = [await seal(rm, house, findings), await seal(sh, house, findings)];
  findings.need(slips[0] !== slips[1], "both offices hold the same slip");
  await wrongSlip(rm, house, findings, slips[1]);
  await reveal(rm, house, findings, slips[0]);
  await hidden(rm, house, findings);
  await reveal(sh, house, findings, slips[1]);
  await meeting(rm, house, findings);
  await propose(rm, sh, house, findings);
  await rm.page.context().close();
  await sh.page.context().close();
}

async function office(browser, house, findings, role, lang) {
  const page = await signedIn(browser, house, role, lang);
  watch(page, house, findings, [409, 422]);
  return { page, role, lang };
}

async function look({ page, role, lang }, findings, what) {
  await checkPage(page, lang, `${role} ${lang} ${what}`, findings);
  await checkAxe(page, `${role} ${lang} ${what}`, findings);
  await page.screenshot({ path: `shots/priorities-${what.replaceAll(" ", "-")}-${lang}.png`, fullPage: true });
}

/** Takes the ranks that the scores suggest, seals, answers the slip as it stands on the page. */
async function seal(who, house, findings) {
  const { page } = who;
  await page.goto(`${house.base}${CALL}/priorities?suggest=1`);
  const ranks = await page.$$eval("[name^=rank-]", (all) => all.filter((field) => field.value !== "").length);
  findings.need(ranks > 20, `${who.role}: only ${ranks} ranks are suggested`);
  await look(who, findings, "own list");
  await send(page, page.locator("main form button[name=next][value=seal]"));
  await look(who, findings, "before sealing");
  const slip = (await page.locator("pre.slip").innerText()).trim();
  findings.expect(/^[\d\s-]{40,}$/.test(slip), `${who.role}: the slip is not made of digits: ${slip}`);
  await send(page, page.locator("main form[action$='/sealing'] button[type=submit]"));
  findings.expect(await page.locator("[data-error-summary]").count() === 1, `${who.role}: a list is sealed without the two ticks`);
  findings.need((await page.locator("pre.slip").innerText()).trim() === slip, `${who.role}: the slip changed when the form came back`);
  await page.locator("label[for=kept]").click();
  await page.locator("label[for=confirm]").click();
  await send(page, page.locator("main form[action$='/sealing'] button[type=submit]"));
  findings.need(/\b[0-9a-f]{64}\b/.test(await page.locator("main").innerText()), `${who.role}: no commitment is shown after sealing`);
  await look(who, findings, "sealed");
  await page.goto(`${house.base}${CALL}/priorities`);
  findings.expect(await page.locator("[name^=rank-]").count() === 0, `${who.role}: a sealed list can still be ranked`);
  return slip;
}

async function give({ page }, house, slip) {
  await page.goto(`${house.base}${CALL}/priorities`);
  await page.fill("#slip", slip);
  await send(page, page.locator("main form[action$='/reveal'] button[type=submit]"));
}

async function wrongSlip(who, house, findings, slip) {
  await give(who, house, slip);
  findings.expect(await who.page.locator("main .alert-error").count() === 1, "a wrong slip is not refused");
  findings.expect(await who.page.locator("#slip").inputValue() === slip, "a refused slip is not kept in its field");
  await look(who, findings, "wrong slip");
}

async function reveal(who, house, findings, slip) {
  await give(who, house, slip);
  findings.need(await who.page.locator("main .alert-error").count() === 0, `${who.role}: the right slip is refused`);
}

/** One slip alone opens no list on the meeting screen. */
async function hidden(who, house, findings) {
  await who.page.goto(`${house.base}${CALL}/joint`);
  findings.expect(await who.page.locator("#cut").count() === 0, "one slip alone opens the meeting screen");
}

async function meeting(who, house, findings) {
  const { page } = who;
  await page.goto(`${house.base}${CALL}/joint`);
  findings.need(await page.locator("#cut table").count() > 0, "the meeting screen shows no cut");
  findings.expect(await page.locator("svg.chart path").count() > 5, "the meeting screen draws no frontier");
  await look(who, findings, "meeting");
  await whatIf(page, findings);
}

/** Another policy answers in place: no new page, the address follows, and a project set out falls out. */
async function whatIf(page, findings) {
  await page.evaluate(() => { window.stayed = true; });
  const answered = page.waitForResponse((answer) => answer.url().includes("policy="));
  await page.locator("#policy").selectOption({ index: 1 });
  findings.expect((await answered).ok(), "a what-if question is not answered");
  await page.waitForURL(/policy=/);
  findings.expect(await page.evaluate(() => window.stayed === true), "a what-if question loads the whole page");
  const funded = page.locator("#cut tr:has(.badge-success)");
  const title = await funded.first().locator("th a").getAttribute("href");
  await funded.first().locator("input[name=out]").click();
  await page.waitForURL(/[?&]out=/);
  await page.waitForFunction((href) => !document.querySelector(`#cut tr:has(a[href="${href}"]) .badge-success`), title);
  findings.expect(await page.locator("#cut .badge-warning").count() > 0, "a what-if answer does not say that it is one");
}

/** One side proposes, the other accepts; both then see one result in force. */
async function propose(rm, sh, house, findings) {
  const button = "button[formaction$='/joint/results']";
  await rm.page.goto(`${house.base}${CALL}/joint`);
  await send(rm.page, rm.page.locator(button));
  findings.expect(await rm.page.locator("#confirm-proposal").count() === 1 && await rm.page.locator(".form-error-message").count() > 0, "a result is proposed without its tick");
  await rm.page.locator("label[for=confirm-proposal]").click();
  await send(rm.page, rm.page.locator(button));
  await look(rm, findings, "proposed");
  findings.expect(await rm.page.locator("button[name=answer]").count() === 0, "who proposes may also accept");
  await sh.page.goto(`${house.base}${CALL}/joint`);
  await look(sh, findings, "to answer");
  await send(sh.page, sh.page.locator("button[name=answer][value=accept]"));
  findings.need(await sh.page.locator("section.result .badge-success").count() === 1, "no result is in force after both signed");
  await look(sh, findings, "agreed");
}
