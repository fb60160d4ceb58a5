import { describe, expect, it } from "vitest";
import { createOneDoorStub } from "../support/one-door-stub.ts";
import type { OneDoorStub } from "../support/one-door-stub.ts";
import { sampleAnswer } from "../web/sample-replies.ts";
import { openPage, serve } from "../web/visit.ts";
import { browserInstalled, DESKTOP, PHONE, picture } from "./browser.ts";
import { FOOD_QUESTION, openBrowser, replies, say } from "./visitor.ts";

describe.skipIf(!browserInstalled)("when something comes between", { timeout: 30_000 }, () => {
  const visit = openBrowser();

  it("keeps what is written without a network and sends it once when it is back", async () => {
    const { oneDoor, url } = await openPage();
    const page = await visit.enter(url, PHONE);
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
    const page = await visit.enter(url);
    await page.route("**/api/messages", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await say(page, FOOD_QUESTION);
    await expect.poll(() => page.locator(".visitor").getAttribute("data-state")).toBe("waiting");
    await page.close();
    const later = await visit.newTab(url);
    await replies(later).waitFor();
    expect(oneDoor.received).toHaveLength(1);
    expect(await later.locator(".visitor").count()).toBe(1);
  });

  it("shows the same conversation in two tabs", async () => {
    const { url } = await openPage();
    const one = await visit.enter(url);
    const two = await visit.newTab(url);
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
    const page = await visit.enter(before.url);
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
    const page = await visit.enter(url);
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

  it("says what to do when scripts are off", async () => {
    const { url } = await openPage();
    const context = await visit.context({ ...DESKTOP, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url);
    expect(await page.locator("noscript").innerText()).toMatch(/JavaScript[^]*12345/);
    expect(await page.locator("#composer").isVisible()).toBe(false);
  });

  it("catches up when a tab that was hidden is looked at again", async () => {
    const { oneDoor, url } = await openPage();
    const page = await visit.enter(url);
    const look = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, "hidden", { value, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await look(true);
    await say(page, FOOD_QUESTION);
    await expect.poll(() => oneDoor.received.length).toBe(1);
    await oneDoor.settled();
    await page.waitForTimeout(200);
    expect(await replies(page).count()).toBe(0);
    await look(false);
    await replies(page).waitFor();
  });
});
