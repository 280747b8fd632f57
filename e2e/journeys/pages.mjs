// Every page that a role can reach by links, in three languages.
import { checkAxe, checkPage, watch } from "../check.mjs";
import { LANGUAGES, signedIn } from "../house.mjs";

const [DA, EN, ZH] = LANGUAGES;
/** Both sides' people see the same pages: one side's in Danish and English, the other's in Chinese. */
const ROLES = [
  ["officer-rm", DA, EN], ["officer-sh", ZH], ["applicant", DA, EN, ZH], ["expert-rm", DA, EN], ["expert-sh", ZH],
  ["board-rm", DA, EN], ["board-sh", ZH], ["auditor-rm", DA, EN], ["auditor-sh", ZH], [null, DA, EN, ZH],
];
/** Pages beyond which a role's walk is no longer a sample but a loop. */
const MOST = 160;
const AT_ONCE = 3;

/** Addresses that differ only in ids or short names are one page: one sample is enough. */
function shape(path) {
  return path
    .replace(/\?.*/, "")
    .replace(/^\/(?!about\/)([a-z-]+)\/(?!new\b)[^/]+/, "/$1/{name}")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "{id}")
    .replace(/\/receipt\/[^/]+/, "/receipt/{number}")
    .replace(/\d{4}-\d{4,}/g, "{number}");
}

function links(page) {
  return page.$$eval("a[href]", (all) => all
    .filter((a) => !a.hasAttribute("download") && a.origin === location.origin)
    .map((a) => a.pathname + (/\/(new|desk\/[a-z]+)$/.test(a.pathname) ? a.search : ""))
    .filter((path) => !/^\/(language|static|sign-in\/.)|\.(csv|xlsx|pdf|json|txt|ics|atom|xml)$/.test(path)));
}

/** Follows links breadth first from the front page, checking each page; answers the addresses, one for each shape. */
async function walk(visit, findings) {
  const found = new Map([["/", { path: "/", from: "the address bar" }]]);
  const good = [];
  for (const { path, from } of found.values()) {
    if (!await check(visit, path, `, linked from ${from}`, findings)) continue;
    good.push(path);
    for (const next of await links(visit.page)) {
      if (!found.has(shape(next)) && found.size < MOST) found.set(shape(next), { path: next, from: path });
    }
  }
  findings.expect(found.size < MOST, `${visit.role ?? "visitor"}: more than ${MOST} pages, not all of them seen`);
  return good;
}

async function check({ page, house, role, lang, done }, path, from, findings) {
  const name = `${role ?? "visitor"} ${lang} ${path}`;
  const answer = await page.goto(house.base + path);
  // A visitor who wants to write is asked to sign in.
  const asked = !role && answer.status() === 401 && await page.locator("main a[href^='/sign-in']").count() > 0;
  if (!findings.expect(answer.status() === 200 || asked, `${name}: status ${answer.status()}${from}`)) return false;
  await checkPage(page, lang, name, findings);
  // Both sides' people see the same page with other figures, and much is alike for everybody: one look by axe is enough.
  const looks = await page.evaluate(() => document.querySelector(".page-container").innerHTML + document.querySelectorAll("header nav a").length);
  const kind = [lang, role?.replace(/-(rm|sh)$/, ""), shape(path)].join(" ");
  if (!done.has(kind) && !done.has(lang + looks)) {
    done.add(kind);
    done.add(lang + looks);
    done.count += 1;
    await checkAxe(page, name, findings);
  }
  return true;
}

export async function pages({ house, browser, findings }) {
  const done = Object.assign(new Set(), { count: 0 });
  const counts = [];
  async function visit([role, first, ...others]) {
    findings.need(!role || house.links[role], `the demonstration prints no sign-in address for ${role}`);
    const page = await signedIn(browser, house, role, first);
    watch(page, house, findings, role ? [] : [401]);
    const paths = await walk({ page, house, role, lang: first, done }, findings);
    counts.push(`${role ?? "visitor"} ${paths.length}`);
    for (const lang of others) {
      await page.goto(`${house.base}/language/${lang}?back=/`);
      for (const path of paths) await check({ page, house, role, lang, done }, path, "", findings);
    }
    await page.context().close();
  }
  const waiting = [...ROLES];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let role = waiting.shift(); role; role = waiting.shift()) {
      // One role's trouble does not end the others' walks.
      await visit(role).catch((error) => findings.list.push(`${role[0] ?? "visitor"}: stopped: ${error.message}`));
    }
  }));
  return `${counts.join(", ")}; axe looked at ${done.count}`;
}
