import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { createOneDoorStub } from "../support/one-door-stub.ts";
import type { OneDoorStub } from "../support/one-door-stub.ts";
import { sampleAnswer } from "../web/sample-replies.ts";
import { openPage, serve } from "../web/visit.ts";
import { browserInstalled, DESKTOP, launch, PHONE, picture } from "./browser.ts";

const FOOD_QUESTION = "我就卖袋装零食饮料，要不要食品证";

describe.skipIf(!browserInstalled)("a visit to the page", { timeout: 30_000 }, () => {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const troubles: string[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(troubles.splice(0), "errors in the browser's console").toEqual([]);
  });

  async function enter(url: string, options: BrowserContextOptions = DESKTOP): Promise<Page> {
    const context = await browser.newContext(options);
    contexts.push(context);
    return newTab(context, url);
  }
  async function newTab(context: BrowserContext, url: string): Promise<Page> {
    const page = await context.newPage();
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (line) => {
      // A refused connection is what the offline tests are about.
      if (line.type() === "error" && !/Failed to load resource|ERR_/.test(line.text()))
        troubles.push(line.text());
    });
    await page.goto(url);
    await page.locator("#log[aria-busy=false]").waitFor({ state: "attached" });
    return page;
  }
  async function say(page: Page, text: string): Promise<void> {
    await page.locator("#question").fill(text);
    await page.locator("#question").press("Enter");
  }
  const replies = (page: Page) => page.locator(".reply");

  it("types, reads the conclusion first, presses a choice, reloads and finds everything again", async () => {
    const { url } = await openPage();
    const page = await enter(url);
    await expect.poll(() => page.locator("#welcome h2").textContent()).toBe("您想办什么事？");
    await picture(page, "welcome-desktop");
    await say(page, FOOD_QUESTION);
    const first = replies(page).first();
    await first.waitFor();
    expect(await first.locator(".body > :first-child").textContent()).toContain(
      "不用办食品经营许可证",
    );
    expect(await page.locator(".said").allTextContents()).toEqual([FOOD_QUESTION]);
    await picture(page, "reply-desktop");

    await first.getByRole("button", { name: "需要什么材料" }).click();
    await expect.poll(() => replies(page).count()).toBe(2);
    expect(await page.locator(".choices").count()).toBe(1);
    await page.reload();
    await expect.poll(() => replies(page).count()).toBe(2);
    expect(await page.locator(".said").allTextContents()).toEqual([FOOD_QUESTION, "需要什么材料"]);
    expect(await page.locator("#welcome").isHidden()).toBe(true);
    expect(await page.locator(".choices button").allTextContents()).toEqual(["那要多少钱"]);
  });

  it("begins with an example", async () => {
    const { oneDoor, url } = await openPage();
    const page = await enter(url);
    await page.getByRole("button", { name: "公司不干了怎么注销" }).click();
    await replies(page).waitFor();
    expect(oneDoor.received.map(({ text, lang }) => [text, lang])).toEqual([
      ["公司不干了怎么注销", "zh"],
    ]);
  });

  it("opens the sources by a mark and closes them with Escape", async () => {
    const { url } = await openPage();
    const page = await enter(url);
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

  it("remembers large text, dark mode and English", async () => {
    const { oneDoor, url } = await openPage();
    const page = await enter(url);
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
    const page = await enter(url, { ...DESKTOP, colorScheme: "dark" });
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
    const page = await enter(url, { ...PHONE, viewport: { width, height: 740 } });
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

  it("keeps what is written without a network and sends it once when it is back", async () => {
    const { oneDoor, url } = await openPage();
    const page = await enter(url, PHONE);
    await page.context().setOffline(true);
    await say(page, FOOD_QUESTION);
    await expect.poll(() => page.locator(".visitor").getAttribute("data-state")).toBe("waiting");
    expect(await page.locator("#notice").innerText()).toContain("网络断开了");
    await picture(page, "offline-phone");
    expect(oneDoor.received).toEqual([]);
    await page.context().setOffline(false);
    await replies(page).waitFor();
    expect(oneDoor.received.map(({ text }) => text)).toEqual([FOOD_QUESTION]);
    await page.locator("#notice").waitFor({ state: "hidden" });
    expect(await page.locator(".visitor").getAttribute("data-state")).toBe("stored");
  });

  it("sends what was not sent even after the page was closed", async () => {
    const { oneDoor, url } = await openPage();
    const page = await enter(url);
    await page.route("**/api/messages", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await say(page, FOOD_QUESTION);
    await expect.poll(() => page.locator(".visitor").getAttribute("data-state")).toBe("waiting");
    await page.close();
    const later = await newTab(contexts[0]!, url);
    await replies(later).waitFor();
    expect(oneDoor.received).toHaveLength(1);
    expect(await later.locator(".visitor").count()).toBe(1);
  });

  it("shows the same conversation in two tabs", async () => {
    const { url } = await openPage();
    const one = await enter(url);
    const two = await newTab(contexts[0]!, url);
    await say(one, FOOD_QUESTION);
    await say(two, "需要什么材料");
    for (const tab of [one, two]) {
      await expect.poll(() => replies(tab).count()).toBe(2);
      expect(new Set(await tab.locator(".said").allTextContents())).toEqual(
        new Set([FOOD_QUESTION, "需要什么材料"]),
      );
    }
  });

  it("shows the answer once when OneDoor is restarted in the middle of a turn", async () => {
    const oneDoor: OneDoorStub = createOneDoorStub(sampleAnswer, { delay: 1_000 });
    const before = await serve(oneDoor);
    const page = await enter(before.url);
    await say(page, FOOD_QUESTION);
    await page.locator(".working").waitFor();
    await picture(page, "working-desktop");
    await before.channel.stop();
    await oneDoor.settled();
    await serve(oneDoor, { port: Number(new URL(before.url).port) });
    await replies(page).waitFor({ timeout: 10_000 });
    await page.waitForTimeout(500);
    expect(await replies(page).count()).toBe(1);
    expect(await page.locator(".working").count()).toBe(0);
  });

  it("says why something was refused and gives the words back", async () => {
    const { url } = await openPage();
    const page = await enter(url);
    await page.route("**/api/messages", (route) =>
      route.request().method() === "POST"
        ? route.fulfill({
            status: 413,
            json: { error: { code: "too-long", zh: "内容太长了。", en: "That is too long." } },
          })
        : route.continue(),
    );
    await say(page, "很长的话");
    await page.getByRole("button", { name: "改一改再发" }).click();
    expect(await page.locator("#question").inputValue()).toBe("很长的话");
    expect(await page.locator(".visitor").count()).toBe(0);
  });

  it("does not send while an input method is composing, and breaks a line with Shift+Enter", async () => {
    const { oneDoor, url } = await openPage();
    const page = await enter(url);
    const box = page.locator("#question");
    await box.pressSequentially("shipin");
    await box.evaluate((area) =>
      area.dispatchEvent(
        new KeyboardEvent("keydown", {
          key: "Enter",
          isComposing: true,
          bubbles: true,
          cancelable: true,
        }),
      ),
    );
    await box.press("Shift+Enter");
    await box.pressSequentially("ab");
    expect(await box.inputValue()).toBe("shipin\nab");
    expect(oneDoor.received).toEqual([]);
    await box.press("Enter");
    await replies(page).waitFor();
    expect(oneDoor.received[0]!.text).toBe("shipin\nab");
  });

  it("never lets a visitor's words become markup or turn the page around", async () => {
    const { url } = await openPage();
    const page = await enter(url);
    const words = "<img src=x onerror=document.title='gone'> \u202Eabc";
    await say(page, words);
    await replies(page).waitFor();
    expect(await page.locator(".said").textContent()).toBe(words);
    expect(await page.locator(".said img").count()).toBe(0);
    expect(await page.title()).toContain("一扇门");
    expect(await page.locator(".said").evaluate((said) => getComputedStyle(said).unicodeBidi)).toBe(
      "isolate",
    );
  });

  it("is usable with the keyboard alone", async () => {
    const { oneDoor, url } = await openPage();
    const page = await enter(url);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    await page.keyboard.type(FOOD_QUESTION);
    await page.keyboard.press("Enter");
    const choice = page.locator(".choice").first();
    await choice.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => oneDoor.received.length).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("visitor");
  });

  it("copies a reply as plain text with its sources", async () => {
    const { url } = await openPage();
    const page = await enter(url, {
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
    const page = await enter(url);
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

  it("shows its sign of work only when an answer takes longer", async () => {
    const quick = await enter((await openPage({ delay: 50 })).url);
    await quick.evaluate(() => {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          if ([...addedNodes].some((node) => (node as Element).className === "working"))
            document.body.dataset.worked = "yes";
        }
      }).observe(document.querySelector("#log")!, { childList: true });
    });
    await say(quick, FOOD_QUESTION);
    await replies(quick).waitFor();
    await quick.waitForTimeout(600);
    expect(await quick.evaluate(() => document.body.dataset.worked)).toBeUndefined();
  });

  it("says what to do when scripts are off", async () => {
    const { url } = await openPage();
    const context = await browser.newContext({ ...DESKTOP, javaScriptEnabled: false });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(url);
    expect(await page.locator("noscript").innerText()).toMatch(/JavaScript[^]*12345/);
    expect(await page.locator("#composer").isVisible()).toBe(false);
  });
});
