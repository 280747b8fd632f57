// One funded project from co-financing to the first instalment: each thing that is missing is refused by name, and nothing typed is lost.
import { checkAxe, checkPage, watch } from "../check.mjs";
import { send, signedIn } from "../house.mjs";
import { confirm } from "./writing.mjs";

const LIST = "/calls/2026-1/grants";

export async function grant({ house, browser, findings }) {
  const open = (role, lang, script = true) => person(browser, house, findings, role, lang, script);
  const rm = await open("officer-rm", "da");
  const sh = await open("officer-sh", "zh-Hans", false);
  const board = await open("board-rm", "en");
  const project = await first(rm, findings);
  await recommendedTooEarly(board, project, findings);
  await state(sh, project, "沪科〔2026〕7号");
  await state(rm, project, "1-30-72-26");
  await look(sh, findings, project, "stated");
  await recommend(board, project);
  await decided(board, project);
  await award(rm, project, findings);
  await releasedTooEarly(rm, project, findings);
  await present(board, project);
  await withdraw(sh, project);
  await releasedWithoutCofinancing(rm, project, findings);
  await state(sh, project, "沪科〔2026〕9号");
  await evidence(sh, project);
  await release(rm, project, findings);
  for (const who of [rm, sh, board]) await look(who, findings, project, "released");
  await look(rm, findings, LIST, "list");
  await look(rm, findings, `${LIST}/letters`, "letters");
  for (const { page } of [rm, sh, board]) await page.context().close();
}

async function person(browser, house, findings, role, lang, script) {
  const page = await signedIn(browser, house, role, lang, { javaScriptEnabled: script });
  watch(page, house, findings, [422]);
  const go = (path) => page.goto(house.base + path);
  return { page, role, lang, script, go, house };
}

/** axe runs where script does; the picture is taken of all. */
async function look({ page, role, lang, script, go }, findings, path, what) {
  if (path) await go(path);
  await checkPage(page, lang, `${role} ${lang} ${what}`, findings);
  if (script) await checkAxe(page, `${role} ${lang} ${what}`, findings);
  await page.screenshot({ path: `shots/grant-${what}-${role}-${lang}.png`, fullPage: true });
}

/** The first project of the list; answers the address of its page. */
async function first(who, findings) {
  await who.go(LIST);
  const links = await who.page.$$eval("main tbody a[href$='/grant']", (all) => all.map((a) => a.getAttribute("href")));
  findings.need(links.length > 1, `only ${links.length} projects are listed for recommendation`);
  return links[0];
}

async function meeting(who, name) {
  await who.page.selectOption("#body", { index: 1 });
  await who.page.fill("#meeting", name);
}

async function recommendation(who, project) {
  await who.go(`${project}/recommendation`);
  await meeting(who, "3/2026, item 7");
  await who.page.locator("label[for=outcome-recommended]").click();
  await confirm(who.page, "confirm", who.script);
}

/** Nothing is recommended before the counterpart has stated its co-financing (R146). */
async function recommendedTooEarly(board, project, findings) {
  await recommendation(board, project);
  const said = await board.page.locator("main .alert-error").innerText();
  findings.expect(said.includes("Shanghai"), `a recommendation without co-financing is not refused by name: "${said}"`);
  findings.expect(await board.page.inputValue("#meeting") === "3/2026, item 7", "a refused recommendation lost the meeting");
  await look(board, findings, null, "recommended-too-early");
}

async function state(who, project, reference) {
  await who.go(`${project}/statement`);
  await who.page.fill("#reference", reference);
  await confirm(who.page, "confirm", who.script);
  await who.page.waitForURL(`**${project}`);
}

async function recommend(who, project) {
  await recommendation(who, project);
  await who.page.waitForURL(`**${project}`);
}

async function decided(who, project) {
  await who.go(`${project}/decision`);
  await meeting(who, "4/2026, item 2");
  await who.page.locator("label[for=outcome-granted]").click();
  await confirm(who.page, "confirm", who.script);
  await who.page.waitForURL(`**${project}`);
}

/** The shares come filled in; two instalments, of which the first is due. */
async function award(who, project, findings) {
  await who.go(`${project}/award`);
  await look(who, findings, null, "award");
  await confirm(who.page, "confirm", who.script);
  await who.page.waitForURL(`**${project}`);
  await who.go(`${project}/plan`);
  const whole = Number(await who.page.inputValue("#amount-1"));
  const half = Math.round(whole * 50) / 100;
  await who.page.fill("#amount-1", half.toFixed(2));
  await who.page.fill("#amount-2", (whole - half).toFixed(2));
  await who.page.fill("#day-2", "2027-11-01");
  await look(who, findings, null, "plan");
  await confirm(who.page, "confirm", who.script);
  await who.page.waitForURL(`**${project}`);
}

/** What is missing is named on the page, and a form sent in spite of it releases nothing (R157, R158). */
async function releasedTooEarly(who, project, findings) {
  await refused(who, project, findings, "Region Midtjylland");
  await look(who, findings, null, "released-too-early");
}

async function releasedWithoutCofinancing(who, project, findings) {
  await refused(who, project, findings, "Shanghai");
}

/** `owes`: the party that the refusal names. */
async function refused(who, project, findings, owes) {
  await who.go(project);
  const address = await who.page.locator("main a[href*='release?instalment=']").first().getAttribute("href");
  await who.go(address);
  const said = await who.page.locator("main .alert-error").innerText();
  findings.expect(said.includes(owes), `a release too early does not say that ${owes} owes something: "${said}"`);
  findings.expect(await who.page.locator("main form button[type=submit]").count() === 0, "a release that is refused still has its button");
  const form = { instalment: address.split("=")[1], confirm: "yes" };
  const answer = await who.page.request.post(`${who.house.base}${project}/release`, { multipart: form, headers: { origin: who.house.base } });
  findings.expect(answer.status() === 422, `a release too early, sent all the same, answers ${answer.status()}`);
  await who.go(project);
  findings.expect(await who.page.locator("main td .badge-success").count() === 0, "an instalment was released too early");
}

async function present(who, project) {
  await who.go(`${project}/presentation`);
  await meeting(who, "5/2026, item 1");
  await confirm(who.page, "confirm", who.script);
  await who.page.waitForURL(`**${project}`);
}

async function withdraw(who, project) {
  await who.go(`${project}/withdrawal`);
  await who.page.fill("#reason", "预算调整");
  await confirm(who.page, "confirm", who.script);
  await who.page.waitForURL(`**${project}`);
}

async function evidence(who, project) {
  await who.go(`${project}/evidence`);
  await who.page.fill("#what", "项目启动会已召开，人员已到岗。");
  await who.page.setInputFiles("#document", { name: "启动会.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await confirm(who.page, "confirm", who.script);
  await who.page.waitForURL(`**${project}`);
}

/** The page lists what the release rests on; the same form again pays nothing twice. */
async function release(who, project, findings) {
  await who.go(project);
  await send(who.page, who.page.locator("main a[href*='release?instalment=']").first());
  const text = await who.page.locator("main").innerText();
  findings.expect(text.includes("沪科〔2026〕9号") && text.includes("项目启动会已召开"), "the release page does not list the statement and the evidence it rests on");
  await look(who, findings, null, "release");
  await confirm(who.page, "confirm", who.script);
  await who.page.waitForURL(`**${project}`);
  findings.expect(await who.page.locator("main td .badge-success").count() === 1, "after the release no instalment, or more than one, is released");
}

