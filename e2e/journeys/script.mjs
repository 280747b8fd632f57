// What the script adds: saving by itself, a warning before text is lost, a question before what cannot be undone, counters.
import { watch } from "../check.mjs";
import { send, signedIn } from "../house.mjs";
import { addParticipant, begin, fillProject } from "./writing.mjs";

const STATUS = "[data-autosave-status]";

export async function script({ house, browser, findings }) {
  const page = await signedIn(browser, house, "applicant", "en");
  watch(page, house, findings, [409, 422]);
  const app = await begin(page, house, "en", "Saved by itself");
  await savesByItself(page, house, app, findings);
  await submitsAfterItsOwnSave(page, house, app, findings);
  await saysWhatIsWrong(page, house, app, findings);
  await meetsAnotherTab(page, house, app, findings);
  await warns(page, house, app, findings);
  await asks(page, house, app, findings);
}

/** Waits until the form says something that is not the sentence for saving. */
async function settled(page) {
  await page.waitForFunction((selector) => {
    const s = document.querySelector(selector);
    return s.textContent !== "" && s.textContent !== s.dataset.saving;
  }, STATUS);
  return page.locator(STATUS).evaluate((s) => ({ text: s.textContent, failed: s.classList.contains("failed"), conflict: s.textContent === s.dataset.conflict }));
}

async function savesByItself(page, house, app, findings) {
  await page.goto(`${house.base}${app}/edit/project`);
  await page.locator("#summary").pressSequentially("Typed and not sent 😀");
  const said = await settled(page);
  findings.expect(!said.failed && said.text.includes("UTC"), `autosave says "${said.text}"`);
  findings.expect(await page.locator("[data-counted=summary]").innerText() === "20", "the counter does not count 20 characters");
  await page.goto(`${house.base}${app}/edit/project`);
  findings.expect(await page.inputValue("#summary") === "Typed and not sent 😀", "autosave did not save");
}

/** The button is pressed while the form is saving by itself: no merge screen with oneself. */
async function submitsAfterItsOwnSave(page, house, app, findings) {
  await page.route(`**${app}/edit/project`, async (route) => {
    if (route.request().headers()["x-autosave"]) await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.goto(`${house.base}${app}/edit/project`);
  await page.fill("#summary", "Typed, then sent at once");
  await page.waitForRequest((request) => request.method() === "POST" && "x-autosave" in request.headers());
  await page.fill("#acronym", "ONCE");
  await page.locator("main form button[name=then]").click();
  await page.waitForURL(`**${app}/edit/participants`);
  await page.unroute(`**${app}/edit/project`);
  await page.goto(`${house.base}${app}/edit/project`);
  findings.expect(await page.inputValue("#acronym") === "ONCE", "a form sent while it saved by itself lost its last words");
}

async function saysWhatIsWrong(page, house, app, findings) {
  await page.goto(`${house.base}${app}/edit/project`);
  await page.fill("#months", "a year");
  const said = await settled(page);
  findings.expect(said.failed && /duration|months/i.test(said.text), `a field that cannot be saved is not named: "${said.text}"`);
  await page.fill("#months", "24");
  await page.waitForFunction((selector) => !document.querySelector(selector).classList.contains("failed"), STATUS);
}

/** Another tab saved in between: the form says so, stops saving, and its button leads to the merge screen. */
async function meetsAnotherTab(page, house, app, findings) {
  await page.goto(`${house.base}${app}/edit/project`);
  const other = await page.context().newPage();
  watch(other, house, findings);
  await other.goto(`${house.base}${app}/edit/project`);
  await other.fill("#summary", "Saved by the other tab");
  await settled(other);
  await page.fill("#summary", "Kept by this tab");
  const said = await settled(page);
  findings.expect(said.conflict, `after another tab saved, the form says "${said.text}"`);
  await send(page, page.locator("main form button[name=then]"));
  const text = await page.locator("main").innerText();
  findings.expect(text.includes("Saved by the other tab") && text.includes("Kept by this tab"), "the merge screen after a conflict does not show both texts");
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(`**${app}/edit/participants`);
  await other.close();
}

/** Leaving a page with unsaved words asks; leaving after saving does not. */
async function warns(page, house, app, findings) {
  const tab = await page.context().newPage();
  watch(tab, house, findings);
  let asked = 0;
  tab.on("dialog", async (dialog) => { asked += 1; await dialog.accept(); });
  await tab.goto(`${house.base}${app}/edit/participants/new`);
  await tab.goto(`${house.base}${app}/edit/participants`);
  findings.expect(asked === 0, "leaving an untouched form asks");
  await tab.goto(`${house.base}${app}/edit/participants/new`);
  await tab.locator("#name").pressSequentially("Half a name");
  await tab.goto(`${house.base}${app}/edit/participants`);
  findings.expect(asked === 1, `leaving unsaved words asks ${asked} times`);
  await fillProject(tab, house, app, "da");
  await addParticipant(tab, house, app, "da", "RM", "applicant@example.org");
  findings.expect(asked === 1, "sending a form asks as if it were left");
  await tab.close();
}

/** The dialog: focus goes in, Escape and No lead back to the button with nothing done, Yes does it. */
async function asks(page, house, app, findings) {
  await page.goto(`${house.base}${app}/edit/participants`);
  await page.locator("main td a[href*='/edit/participants/']").first().click();
  await page.locator("main details summary").click();
  const button = page.locator("[data-confirm] > button");
  findings.expect(!(await page.locator("[data-confirm-tick]").isVisible()), "with script the tick box is still there");
  for (const leave of [() => page.keyboard.press("Escape"), () => page.locator("dialog [data-no]").click()]) {
    await button.focus();
    await page.keyboard.press("Enter");
    findings.expect(await page.locator("dialog[open]").count() === 1, "the button opens no dialog");
    findings.expect(await page.evaluate(() => Boolean(document.activeElement.closest("dialog"))), "focus is not in the dialog");
    await leave();
    findings.expect(await page.locator("dialog[open]").count() === 0, "the dialog does not close");
    findings.expect(await button.evaluate((b) => b === document.activeElement), "focus does not return to the button");
  }
  await button.click();
  await page.locator("dialog [data-yes]").click();
  await page.waitForURL(`**${app}/edit/participants`);
  findings.expect(await page.locator("main tbody tr").count() === 0, "the dialog's Yes did nothing");
}
