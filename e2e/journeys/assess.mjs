// Parallel assessment where both groups are at work: an expert declares a conflict, gives back, finishes; the office
// plans anew, words the summaries and closes; the other side stays closed to it until then.
import { checkAxe, checkPage, watch } from "../check.mjs";
import { send, signedIn } from "../house.mjs";
import { confirm } from "./writing.mjs";

const CALL = "/calls/2026-1";

export async function assess({ house, browser, findings }) {
  const expert = await somebody(browser, house, findings, "expert-rm", "da", true);
  const office = await somebody(browser, house, findings, "officer-rm", "da", true);
  const plain = await somebody(browser, house, findings, "expert-sh", "zh-Hans", false);
  const other = await somebody(browser, house, findings, "officer-sh", "zh-Hans", true);
  const sheets = await own(expert, house);
  findings.need(sheets.length > 3, `only ${sheets.length} sheets for the expert`);
  await look(expert, findings, "mine");
  await conflict(expert, house, findings, sheets[0]);
  await giveBack(expert, house, findings, sheets[1]);
  await careful(expert, house, findings, sheets[2]);
  for (const sheet of sheets.slice(3)) await write(expert, house, sheet);
  const written = await own(plain, house);
  await write(plain, house, written[0]);
  await look(plain, findings, "finished", true);
  await plan(office, house, findings);
  await results(office, other, house, findings);
  for (const { page } of [expert, office, plain, other]) await page.context().close();
  return `${sheets.length} sheets`;
}

async function somebody(browser, house, findings, role, lang, script) {
  const page = await signedIn(browser, house, role, lang, { javaScriptEnabled: script });
  watch(page, house, findings, [404, 409, 422]);
  return { page, role, lang, script };
}

async function look({ page, role, lang, script }, findings, what) {
  await checkPage(page, lang, `${role} ${lang} ${what}`, findings);
  if (script) await checkAxe(page, `${role} ${lang} ${what}`, findings);
  await page.screenshot({ path: `shots/assess-${what.replaceAll(" ", "-")}-${role}.png`, fullPage: true });
}

async function own({ page }, house) {
  await page.goto(`${house.base}/assessments`);
  return page.$$eval("main tbody th a", (all) => all.map((a) => a.pathname));
}

/** Fills every criterion with its second best score. */
async function fill(page, words) {
  for (const group of await page.locator("main fieldset[id^=score-]").all()) {
    const id = await group.getAttribute("id");
    await page.locator(`label[for=${id}-4]`).click();
    await page.fill(`#${id.replace("score", "reason")}`, `${words} ${id}`);
  }
  await page.fill("#overall", words);
}

async function write(who, house, sheet) {
  const { page, script } = who;
  await page.goto(house.base + sheet);
  await fill(page, "Samlet set");
  await send(page, page.locator("main button[name=then][value=finish]"));
  await confirm(page, "finish", script);
}

/** A tick that is missing, a reason that is missing, then the application is gone from the list. */
async function conflict({ page, script }, house, findings, sheet) {
  await page.goto(house.base + sheet);
  await page.locator("summary", { hasText: "Oplys om inhabilitet" }).click();
  await confirm(page, "declare", script);
  findings.expect(await page.locator("a[href='#conflict']").count() === 1, "a conflict without grounds is not refused");
  await page.fill("#conflict", "Jeg har skrevet en bog med lederen");
  await confirm(page, "declare", script);
  findings.need(new URL(page.url()).pathname === "/assessments", `a declared conflict ends at ${page.url()}`);
  findings.expect(await page.locator(`main a[href='${sheet}']`).count() === 0, "an application in conflict is still on the list");
}

async function giveBack({ page, script }, house, findings, sheet) {
  await page.goto(house.base + sheet);
  await page.locator("summary", { hasText: "Giv ansøgningen tilbage" }).click();
  await page.fill("#decline", "Orlov");
  await confirm(page, "decline", script);
  findings.expect(await page.locator(`main a[href='${sheet}']`).count() === 0, "an application given back is still on the list");
}

/** The draft saves itself; an unfinished one says what is missing; the finished one opens the colleagues'. */
async function careful(who, house, findings, sheet) {
  const { page } = who;
  await page.goto(house.base + sheet);
  await look(who, findings, "sheet");
  findings.expect((await page.locator("#dossier").innerText()).length > 400, "the dossier beside the criteria is empty");
  const saved = page.waitForResponse((answer) => answer.request().headers()["x-autosave"] === "1");
  await page.fill("#reason-1", "Skrevet uden at gemme");
  findings.expect((await saved).ok(), "the sheet does not save itself");
  await page.reload();
  findings.expect(await page.inputValue("#reason-1") === "Skrevet uden at gemme", "what the sheet saved by itself is gone");
  await send(page, page.locator("main button[name=then][value=finish]"));
  findings.expect(await page.locator("main .alert-warning a[href*='#score-1']").count() === 1, "the page does not say which score is missing");
  await look(who, findings, "missing");
  await page.locator("main .alert-warning a").first().click();
  await fill(page, "Gennemarbejdet");
  await send(page, page.locator("main button[name=then][value=finish]"));
  await look(who, findings, "before finishing");
  await confirm(page, "finish", who.script);
  findings.expect(await page.locator("main textarea").count() === 0, "a finished assessment can still be written in");
  findings.expect(await page.locator(".colleague").count() > 0, "no colleague's assessment after the own is finished");
  await look(who, findings, "finished");
}

/** What two experts gave up is planned anew; the plan says what changes and leaves its proof. */
async function plan(office, house, findings) {
  const { page, script } = office;
  const base = `${house.base}${CALL}`;
  for (const end of ["experts", "experts/new", "conflicts", "conflicts/new", "assignment"]) {
    await page.goto(`${base}/${end}`);
    await look(office, findings, end.replace("/", " "));
  }
  await page.goto(`${base}/assignment`);
  const text = await page.locator("main").innerText();
  const applications = await page.locator("main table").first().locator("tbody tr").count();
  findings.expect(text.includes("Orlov") && text.includes("bog med lederen"), "the office is not told why applications came back");
  await page.goto(`${base}/assignment/rehearsal`);
  findings.need(await page.locator("main input[name=plan]").count() === 1, "no plan after two came back");
  await look(office, findings, "rehearsal");
  await confirm(page, "plan", script);
  const proof = await page.request.get(`${base}/assignment/certificate`);
  findings.expect(proof.ok() && (await proof.json()).pairs.length === 2 * applications, "the proof does not hold two experts for each application");
  await page.goto(`${base}/assignment`);
  await send(page, page.locator("main tbody a[href*='/assignment/']").first());
  await look(office, findings, "by hand");
}

/** Closing is refused while experts write, and the other side stays hidden. */
async function results(office, other, house, findings) {
  const { page, script } = office;
  await page.goto(`${house.base}${CALL}/assessment`);
  await look(office, findings, "overview");
  await page.locator("summary", { hasText: "Afslut jeres sides vurdering" }).click();
  await confirm(page, "close", script);
  findings.expect(await page.locator("main .alert-error").count() === 1, "a side closes while its experts still write");
  await page.goto(`${house.base}${CALL}/assessment`);
  await send(page, page.locator("main tbody th a").first());
  await look(office, findings, "case");
  findings.expect((await page.locator("main").innerText()).includes("Skjult"), "the other side is not said to be hidden");
  await other.page.goto(`${house.base}${CALL}/assessment`);
  await look(other, findings, "overview");
  const theirs = await other.page.locator(".side-by-side section").nth(1).innerText();
  findings.expect(!/\d+\s*\/\s*\d+/.test(theirs), `the other side's progress is told: ${theirs}`);
}
