import { describe, expect, it } from "vitest";
import { openPage } from "../web/visit.ts";
import { browserInstalled, DESKTOP, PHONE, picture } from "./browser.ts";
import { FOOD_QUESTION, openBrowser, replies, say } from "./visitor.ts";

describe.skipIf(!browserInstalled)("the looks of the page", { timeout: 30_000 }, () => {
  const visit = openBrowser();

  it("remembers large text, dark mode and English", async () => {
    const { oneDoor, url } = await openPage();
    const page = await visit.enter(url);
    await page.locator("#large").click();
    await page.locator("#dark").click();
    await page.locator("#language").click();
    await page.reload();
    const look = await page.evaluate(() => ({
      size: document.documentElement.dataset.size,
      theme: document.documentElement.dataset.theme,
      lang: document.documentElement.lang,
    }));
    expect(look).toMatchObject({ size: "large", theme: "dark", lang: "en" });
    const letters = await page
      .locator("#question")
      .evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
    expect(letters).toBeGreaterThanOrEqual(20);
    expect((await page.locator(".send").boundingBox())!.height).toBeGreaterThanOrEqual(48);
    expect(await page.locator("#welcome h2").textContent()).toBe(
      "What would you like to get done?",
    );
    await say(page, "Do I need a food licence?");
    await replies(page).waitFor();
    expect(oneDoor.received[0]!.lang).toBe("en");
    expect(await replies(page).getAttribute("lang")).toBe("en");
    await page.waitForTimeout(400);
    await picture(page, "large-dark-english");
  });

  it("follows the system's dark mode until told otherwise", async () => {
    const { url } = await openPage();
    const page = await visit.enter(url, { ...DESKTOP, colorScheme: "dark" });
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    expect(await theme()).toBe("dark");
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(theme).toBe("light");
  });

  it.each([
    ["normal", 360],
    ["large", 360],
    ["normal", 320],
  ])("fits a phone with %s letters, %i pixels wide", async (size, width) => {
    const { url } = await openPage();
    const page = await visit.enter(url, { ...PHONE, viewport: { width, height: 740 } });
    if (size === "large") await page.locator("#large").click();
    await picture(page, `welcome-phone-${size}-${width}`);
    await say(page, FOOD_QUESTION);
    await replies(page).waitFor();
    await page.locator("summary").click();
    await page.waitForTimeout(600);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBe(0);
    const box = (await page.locator("#composer").boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(740);
    const covered = await page.evaluate(() => {
      const of = (selector: string) =>
        document.querySelector(selector)!.getBoundingClientRect().height;
      return (of(".top") + of(".bottom")) / innerHeight;
    });
    expect(covered).toBeLessThan(0.35);
    await picture(page, `reply-phone-${size}-${width}`);
  });
});
