import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import type { BrowserContextOptions, Page } from "playwright-core";
import { openPage } from "../web/visit.ts";
import { browserInstalled, DESKTOP, PHONE } from "./browser.ts";
import { FOOD_QUESTION, openBrowser, say } from "./visitor.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @returns what axe finds wrong and calls serious or critical, one line each */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations: found, passes } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    if (passes.length < 20)
      throw new Error(`axe looked at too little: only ${passes.length} rules passed`);
    return found
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
      );
  });
}

describe.skipIf(!browserInstalled)("axe finds nothing serious", { timeout: 40_000 }, () => {
  const visit = openBrowser();

  const looks: [string, BrowserContextOptions, Record<string, string>][] = [
    ["in the light", DESKTOP, {}],
    ["in the dark", DESKTOP, { theme: "dark" }],
    ["in large letters", DESKTOP, { size: "large" }],
    ["in large letters in the dark on a phone", PHONE, { size: "large", theme: "dark" }],
    ["on a phone", PHONE, {}],
    ["in English", DESKTOP, { lang: "en" }],
    ["at 200 % zoom", { viewport: { width: 640, height: 430 }, deviceScaleFactor: 2 }, {}],
  ];
  it.each(looks)("%s", async (_, options, remembered) => {
    const { url } = await openPage();
    const context = await visit.context({ ...options, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.addInitScript((look) => {
      for (const [name, value] of Object.entries(look))
        localStorage.setItem(`onedoor.${name}`, value);
    }, remembered);
    await page.goto(url);
    await page.locator("#log[aria-busy=false]").waitFor({ state: "attached" });
    expect(await violations(page)).toEqual([]);

    await say(page, FOOD_QUESTION);
    await page.locator(".reply").waitFor();
    await page.locator("summary").click();
    expect(await violations(page)).toEqual([]);

    await context.setOffline(true);
    await say(page, "需要什么材料");
    await page.locator(".visitor[data-state=waiting]").waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
