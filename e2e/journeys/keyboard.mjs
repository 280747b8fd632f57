// The keyboard alone: the way past the header, and from an error to its field.
import { checkAxe, watch } from "../check.mjs";
import { LANGUAGES, signedIn } from "../house.mjs";
import { CALL } from "./writing.mjs";

const focused = (page) => page.evaluate(() => {
  const e = document.activeElement;
  return { id: e.id, summary: "errorSummary" in e.dataset, inMain: Boolean(e.closest("main")), skip: e.classList.contains("skipnav") };
});

export async function keyboard({ house, browser, findings }) {
  for (const lang of LANGUAGES) {
    const page = await signedIn(browser, house, "applicant", lang);
    watch(page, house, findings, [422]);
    await skipLink(page, house, lang, findings);
    await errorSummary(page, house, lang, findings);
    await page.context().close();
  }
}

async function skipLink(page, house, lang, findings) {
  await page.goto(`${house.base}/applications`);
  await page.keyboard.press("Tab");
  findings.expect((await focused(page)).skip, `${lang}: the first stop of the keyboard is not the skip link`);
  const inSight = page.waitForFunction(() => {
    const box = document.activeElement.getBoundingClientRect();
    return box.width > 20 && box.height > 10 && box.top >= 0 && box.left >= 0;
  }, null, { timeout: 3000 });
  findings.expect(await inSight.then(() => true, () => false), `${lang}: the focused skip link is not in sight`);
  await page.keyboard.press("Enter");
  findings.expect((await focused(page)).id === "main-content", `${lang}: the skip link does not lead into main`);
  await page.keyboard.press("Tab");
  findings.expect((await focused(page)).inMain, `${lang}: after the skip link the keyboard goes on outside main`);
}

/** A form sent empty: focus on the summary, Enter on its first link: focus on the field, whose error is read with it. */
async function errorSummary(page, house, lang, findings) {
  await page.goto(`${house.base}/calls/${CALL}/applications/new`);
  await page.focus("#title");
  const answered = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await answered;
  findings.expect((await focused(page)).summary, `${lang}: the error summary has no focus after a failed form`);
  await checkAxe(page, `${lang}: a failed form`, findings);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  findings.expect((await focused(page)).id === "title", `${lang}: the error's link does not lead to its field`);
  const described = await page.evaluate(() => (document.activeElement.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean).every((id) => document.getElementById(id)));
  findings.expect(described && await page.locator("#title[aria-invalid=true][aria-describedby*=error]").count() === 1, `${lang}: the field does not name its error`);
}
