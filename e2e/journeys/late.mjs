// A stale tab loses nothing, and a form sent twice makes one receipt.
import { checkAxe, checkPage, watch } from "../check.mjs";
import { send, signedIn } from "../house.mjs";
import { begin, writeWhole } from "./writing.mjs";

export async function late({ house, browser, findings }) {
  for (const script of [true, false]) await staleTab(house, browser, findings, script);
  await doubleSubmission(house, browser, findings);
}

/** Two tabs edit one section; the second to save chooses, and both texts are there to choose from. */
async function staleTab(house, browser, findings, script) {
  const how = script ? "with script" : "without script";
  const first = await signedIn(browser, house, "applicant", "en", { javaScriptEnabled: script });
  watch(first, house, findings, [409]);
  const app = await begin(first, house, "en", "A stale tab");
  const second = await first.context().newPage();
  watch(second, house, findings, [409]);
  await first.goto(`${house.base}${app}/edit/project`);
  await second.goto(`${house.base}${app}/edit/project`);
  await save(first, "Written in the first tab", "A title of the first tab");
  await save(second, "Written in the second tab", "A title of the second tab");
  const text = await second.locator("main").innerText();
  for (const words of ["Written in the first tab", "Written in the second tab", "A title of the first tab", "A title of the second tab"]) {
    findings.expect(text.includes(words), `the merge screen ${how} lost "${words}"`);
  }
  await checkPage(second, "en", `merge screen ${how}`, findings);
  if (script) await checkAxe(second, "merge screen", findings);
  await second.screenshot({ path: `shots/late-merge-${script ? "script" : "plain"}.png`, fullPage: true });
  await second.locator("label[for=theirs-title]").click();
  await send(second, second.locator("main form button[type=submit]"));
  await second.goto(`${house.base}${app}/edit/project`);
  findings.expect(await second.inputValue("#title") === "A title of the first tab", `the merge ${how} did not keep their title`);
  findings.expect((await second.inputValue("#summary")).includes("second tab"), `the merge ${how} did not keep my summary`);
  await first.context().close();
}

async function save(page, summary, title) {
  await page.fill("#title", title);
  await page.fill("#summary", summary);
  await send(page, page.locator("main form button[name=then]"));
}

/** The page that submits is sent twice, by two tabs of one form and again by going back. */
async function doubleSubmission(house, browser, findings) {
  const page = await signedIn(browser, house, "applicant", "da", { javaScriptEnabled: false });
  const other = await signedIn(browser, house, "expert-sh", "da", { javaScriptEnabled: false });
  watch(page, house, findings, [409]);
  const app = await writeWhole(page, other, house, "da", false);
  const form = { confirm: "yes", form_key: await page.inputValue("main form [name=form_key]") };
  const post = () => page.request.post(`${house.base}${app}/submission`, { form, headers: { origin: house.base } });
  const answers = await Promise.all([post(), post(), post()]);
  const ends = new Set(answers.map((answer) => answer.url()));
  findings.expect(ends.size === 1 && [...ends][0].includes("/receipt/"), `three sendings of one form ended at ${[...ends].join(", ")}`);
  await page.locator("label[for=submit-tick]").click();
  await send(page, page.locator("[data-confirm] > button"));
  findings.expect(page.url() === [...ends][0], `the replayed form ended at ${page.url()}`);
  await page.goto(house.base + app);
  const receipts = await page.$$eval("main a[href*='/receipt/']", (all) => new Set(all.map((a) => a.pathname)).size);
  findings.expect(receipts === 1, `${receipts} receipts after a form was sent four times`);
}
