import { describe, expect, it } from "vitest";
import { openPage } from "../web/visit.ts";
import { browserInstalled, picture } from "./browser.ts";
import { FOOD_QUESTION, openBrowser, replies, say } from "./visitor.ts";

describe.skipIf(!browserInstalled)("asking on the page", { timeout: 30_000 }, () => {
  const visit = openBrowser();

  it("types, reads the conclusion first, presses a choice, reloads and finds everything again", async () => {
    const { url } = await openPage();
    const page = await visit.enter(url);
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
    const page = await visit.enter(url);
    await page.getByRole("button", { name: "公司不干了怎么注销" }).click();
    await replies(page).waitFor();
    expect(oneDoor.received.map(({ text, lang }) => [text, lang])).toEqual([
      ["公司不干了怎么注销", "zh"],
    ]);
  });

  it("does not send while an input method is composing, and breaks a line with Shift+Enter", async () => {
    const { oneDoor, url } = await openPage();
    const page = await visit.enter(url);
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
    const page = await visit.enter(url);
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
    const page = await visit.enter(url);
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

  it("shows its sign of work only when an answer takes longer", async () => {
    const quick = await visit.enter((await openPage({ delay: 50 })).url);
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
});
