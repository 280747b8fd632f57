// Starts the demonstration on a port of its own and drives Debian's Chromium, offline.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const LANGUAGES = ["da", "en", "zh-Hans"];

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Runs `counterpart demo` up to `stage` in a fresh folder; answers its base address and the sign-in address of each role. */
export async function startHouse(stage) {
  const data = mkdtempSync(join(tmpdir(), "counterpart-e2e-"));
  const port = await freePort();
  const program = process.env.COUNTERPART ?? "../target/debug/counterpart";
  const child = spawn(program, ["demo", "--data", data, "--listen", `127.0.0.1:${port}`, "--stage", stage]);
  const links = {};
  let out = "";
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the demonstration did not start:\n${out}`)), 180_000);
    child.on("exit", (code) => reject(new Error(`the demonstration ended with ${code}:\n${out}`)));
    child.stderr.on("data", (chunk) => { out += chunk; });
    child.stdout.on("data", (chunk) => {
      out += chunk;
      for (const [, role, link] of out.matchAll(/^(\S+) .*?(http:\/\/\S+\/sign-in\/\S+)$/gm)) links[role] = link;
      if (/^Open http/m.test(out)) { clearTimeout(timer); resolve(); }
    });
  });
  child.removeAllListeners("exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.on("exit", resolve));
    rmSync(data, { recursive: true, force: true });
  };
  return { base: `http://127.0.0.1:${port}`, links, stop };
}

export function startBrowser() {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}

/** A signed-in page in a browser context of its own. */
export async function signedIn(browser, house, role, language, options = {}) {
  const context = await browser.newContext({ locale: language, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  if (role) {
    await page.goto(house.links[role]);
    await page.locator("main form button").click();
    await page.waitForURL(`${house.base}/**`);
  }
  await page.goto(`${house.base}/language/${language}?back=/`);
  return page;
}

/** Clicks what sends a form, and waits for the page that answers. */
export async function send(page, target) {
  const answered = page.waitForEvent("load");
  await target.click();
  await answered;
}
