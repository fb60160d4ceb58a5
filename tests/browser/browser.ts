import { existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whether there is a browser to test with; says so once when there is none. */
export const browserInstalled = existsSync(CHROMIUM);
if (!browserInstalled)
  console.warn(
    `Browser tests skipped: no Chromium at ${CHROMIUM}; install it or set CHROMIUM to where it is.`,
  );

/** A closed network refuses what Chromium does in the background, so it is told not to. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @returns a headless Chromium; close it after the tests */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

export const DESKTOP: BrowserContextOptions = {
  viewport: { width: 1280, height: 860 },
  locale: "zh-CN",
};
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: "zh-CN",
};

const pictures =
  process.env.SCREENSHOTS ??
  (browserInstalled ? mkdtempSync(join(tmpdir(), "onedoor-pictures-")) : tmpdir());

/** Keep a picture of what is on the screen, for people to look at; SCREENSHOTS names the folder. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
}
