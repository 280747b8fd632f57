// The steps of writing an application, as an applicant takes them; used by several journeys.
import { send } from "../house.mjs";

export const CALL = "2026-2";

/** Words of each language, so that Danish letters and Chinese characters go through every form. */
const WORDS = {
  da: { title: "Grøn it på sygehusene", summary: "Vi sparer strøm på æ, ø og å.", rm: "Prøvehospitalet i Viborg", sh: "示范医院", answer: "Begge regioner får ny viden." },
  "zh-Hans": { title: "医院绿色信息技术", summary: "双方共同节约能源，改善服务。", rm: "Prøvehospitalet i Viborg", sh: "上海示范医院", answer: "双方地区均等受益。" },
};

/** Presses the button that saves and goes on. */
export function next(page) {
  return send(page, page.locator("main form button[name=then][value=next]"));
}

/** Presses a button that asks to confirm: a tick without script, a dialog with it. */
export async function confirm(page, id, script) {
  const box = page.locator("[data-confirm]").filter({ has: page.locator(`#${id}-tick`) });
  if (!script) {
    await box.locator(`label[for=${id}-tick]`).click();
    await send(page, box.locator("> button[type=submit]"));
  } else {
    await box.locator("> button[type=submit]").click();
    await send(page, box.locator("dialog [data-yes]"));
  }
}

/** Starts an application; answers its address, `/applications/{id}`. */
export async function begin(page, house, lang, title) {
  await page.goto(`${house.base}/calls/${CALL}/applications/new`);
  await page.fill("#title", title ?? WORDS[lang].title);
  await page.selectOption("#lang", lang);
  await send(page, page.locator("main form button[type=submit]"));
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.match(/^\/applications\/[^/]+/)[0];
}

export async function fillProject(page, house, app, lang) {
  await page.goto(`${house.base}${app}/edit/project`);
  await page.fill("#acronym", "GRØN");
  await page.fill("#summary", WORDS[lang].summary);
  await page.fill("#start", "2026-09");
  await page.fill("#months", "24");
  await page.locator("label[for=equal_benefit]").click();
  await next(page);
}

/** Adds a participant of party `RM` or `SH`; `email`: who confirms it. */
export async function addParticipant(page, house, app, lang, party, email) {
  const danish = party === "RM";
  await page.goto(`${house.base}${app}/edit/participants/new`);
  await page.locator(`label[for=party-${party}]`).click();
  await page.fill("#name", danish ? WORDS[lang].rm : WORDS[lang].sh);
  await page.selectOption("#lang", danish ? "da" : "zh-Hans");
  await page.selectOption("#kind", { index: 1 });
  await page.fill("#city", danish ? "Viborg" : "上海");
  await page.fill("#country", danish ? "DK" : "CN");
  await page.fill("#email", email);
  await next(page);
}

/** Addresses of a page's links that match. */
export function addresses(page, pattern) {
  return page.$$eval("main a[href]", (all, source) => [...new Set(all.map((a) => a.getAttribute("href")))].filter((href) => new RegExp(source).test(href)), pattern.source);
}

/** Gives every participant staff costs, an own contribution and hours for the first year. */
export async function fillBudgets(page, house, app, lang) {
  await page.goto(`${house.base}${app}/edit/budget`);
  for (const address of await addresses(page, /\/edit\/budget\/./)) {
    await page.goto(house.base + address);
    // Danish writes 1.234,50 and the others 1,234.50.
    await page.fill("[name=staff-2026]", lang === "da" ? "123.456,50" : "123,456.50");
    await page.fill("[name=own-2026]", "50000");
    await page.fill("[name=hours-2026]", "300");
    await page.fill("[name=staff-2027]", "100000");
    await next(page);
  }
}

export async function answerQuestions(page, house, app, lang) {
  await page.goto(`${house.base}${app}/edit/questions`);
  await page.fill("#q1", WORDS[lang].answer);
  await page.locator("label[for=q2-1]").click();
  await page.fill("#q3", "2");
  await page.fill("[name=q4-0-0]", WORDS[lang].title);
  await page.fill("[name=q4-0-1]", "6");
  await next(page);
}

/** Confirms the one part whose contact is the reader. */
export async function confirmPart(page, house, app, script) {
  await page.goto(house.base + app);
  const parts = await addresses(page, /\/participants\/./);
  if (parts.length !== 1) throw new Error(`${parts.length} parts to confirm instead of 1 on ${app}`);
  await page.goto(house.base + parts[0]);
  await confirm(page, "confirm", script);
  if (await page.locator("main .badge-success").count() === 0) throw new Error(`a part of ${app} is not confirmed`);
}

/** A whole application up to the page that submits it. Two people confirm: `page`'s applicant and `other`'s. */
export async function writeWhole(page, other, house, lang, script) {
  const app = await begin(page, house, lang);
  await fillProject(page, house, app, lang);
  await addParticipant(page, house, app, lang, "RM", "applicant@example.org");
  await addParticipant(page, house, app, lang, "SH", "expert-sh@example.org");
  await fillBudgets(page, house, app, lang);
  await answerQuestions(page, house, app, lang);
  await confirmPart(page, house, app, script);
  await confirmPart(other, house, app, script);
  await page.goto(`${house.base}${app}/submission`);
  return app;
}
