// Pictures of the demonstration for the README: `node pictures.mjs`. Each is a page as its reader sees it.
import { mkdirSync, writeFileSync } from "node:fs";
import { signedIn, startBrowser, startHouse } from "./house.mjs";

const OUT = "../docs/pictures";
const CALL = "/calls/2026-1";
/** Name, role, language, address, height of the window: what lies below is left out. */
const PICTURES = [
  ["home-da", null, "da", "/", 980],
  ["home-en", null, "en", "/", 980],
  ["home-zh", null, "zh-Hans", "/", 980],
  ["meeting", "officer-rm", "en", `${CALL}/joint#question`, 1500],
  ["paper-da", "board-rm", "da", `${CALL}/grants/papers/RM/da`, 1300],
  ["paper-zh", "board-sh", "zh-Hans", `${CALL}/grants/papers/SH/zh-Hans`, 1300],
];

/** The partnership book, as everybody reads it: name and address, each in the three languages. Drawn as PNG. */
const BOOK = [
  ["note-jiangsu", "/places/jiangsu/background"],
  ["partnership-shanghai", "/partnerships/midtjylland-shanghai"],
];

mkdirSync(OUT, { recursive: true });
const house = await startHouse("revealed");
const later = await startHouse("agreed");
const browser = await startBrowser();
for (const [name, role, lang, path, height] of PICTURES) {
  const at = name.startsWith("paper") ? later : house;
  const page = await signedIn(browser, at, role, lang, { viewport: { width: 1280, height } });
  await page.goto(at.base + path);
  await page.evaluate(() => document.fonts.ready);
  // Playwright knows PNG and JPEG only; the browser itself compresses better.
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 80 });
  writeFileSync(`${OUT}/${name}.webp`, Buffer.from(data, "base64"));
  await page.context().close();
}
for (const [name, path] of BOOK) {
  for (const [code, lang] of [["da", "da"], ["en", "en"], ["zh", "zh-Hans"]]) {
    const page = await signedIn(browser, house, null, lang, { viewport: { width: 1040, height: 1300 } });
    await page.goto(house.base + path);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${OUT}/${name}-${code}.png` });
    await page.context().close();
  }
}
await browser.close();
for (const each of [house, later]) await each.stop();
