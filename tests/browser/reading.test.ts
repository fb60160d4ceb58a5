import { describe, expect, it } from "vitest";
import { openPage } from "../web/visit.ts";
import { browserInstalled, DESKTOP, picture } from "./browser.ts";
import { FOOD_QUESTION, openBrowser, replies, say } from "./visitor.ts";

describe.skipIf(!browserInstalled)("reading an answer", { timeout: 30_000 }, () => {
  const visit = openBrowser();

  it("opens the sources by a mark and closes them with Escape", async () => {
    const { url } = await openPage();
    const page = await visit.enter(url);
    await say(page, FOOD_QUESTION);
    await page
      .getByRole("button", { name: /^依据 2: 仅销售预包装食品备案/ })
      .first()
      .click();
    const sources = page.locator(".source");
    expect(await sources.nth(1).evaluate((source) => source === document.activeElement)).toBe(true);
    expect(await sources.nth(0).innerText()).toMatch(
      /中华人民共和国食品安全法 第三十五条[^]*现行有效[^]*备案[^]*版本\s*2021年修正[^]*自 2021-04-29 起[^]*最近核对\s*2026-11-20/,
    );
    expect(await sources.nth(1).innerText()).toContain("未经核实");
    expect(await sources.nth(2).innerText()).toMatch(/已失效[^]*2009-07-30 至 2015-11-17/);
    await page.waitForTimeout(400);
    await picture(page, "sources-desktop");
    await page.keyboard.press("Escape");
    expect(await page.locator("details.sources").getAttribute("open")).toBeNull();
    expect(
      await page.locator("summary").evaluate((summary) => summary === document.activeElement),
    ).toBe(true);
  });

  it("copies a reply as plain text with its sources", async () => {
    const { url } = await openPage();
    const page = await visit.enter(url, {
      ...DESKTOP,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await say(page, FOOD_QUESTION);
    await page.getByRole("button", { name: "复制" }).click();
    await page.getByRole("button", { name: "已复制" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /^不用办食品经营许可证，做一次备案就可以，当场办完。\[1\]\n办理事项：仅销售预包装食品备案\[1\]/,
    );
    expect(copied).toMatch(
      /依据\n\[1\] 中华人民共和国食品安全法 第三十五条，2021年修正，自 2021-04-29 起，最近核对 2026-11-20，现行有效/,
    );
  });

  it("prints the whole conversation with the sources unfolded", async () => {
    const { url } = await openPage();
    const page = await visit.enter(url);
    await say(page, FOOD_QUESTION);
    await replies(page).waitFor();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator(".source").last().isVisible()).toBe(true);
    expect(await page.locator(".bottom").isVisible()).toBe(false);
    await picture(page, "print", true);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator("details.sources").getAttribute("open")).toBeNull();
  });

  it("brings every answer into view, a long one from its question, a short one whole", async () => {
    const { url } = await openPage();
    const page = await visit.enter(url);
    const placeOf = (selector: string) =>
      page
        .locator(selector)
        .last()
        .evaluate((found) => found.getBoundingClientRect().toJSON() as DOMRect);
    const head = (await placeOf(".top")).bottom;
    for (const [question, part] of [
      [FOOD_QUESTION, ".visitor"],
      ["我想办证", ".choices"],
      [FOOD_QUESTION, ".visitor"],
    ] as const) {
      const before = await replies(page).count();
      await say(page, question);
      await replies(page).nth(before).waitFor();
      const seen = async () => {
        const { top, bottom } = await placeOf(part);
        return top >= head && bottom <= (await placeOf(".box")).top;
      };
      await expect.poll(seen, { timeout: 3_000, message: question }).toBe(true);
    }
  });

  it("leaves alone who is reading further up", async () => {
    const { url } = await openPage({ delay: 300 });
    const page = await visit.enter(url);
    await say(page, FOOD_QUESTION);
    await replies(page).waitFor();
    await say(page, "需要什么材料");
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await expect.poll(() => replies(page).count()).toBe(2);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});
