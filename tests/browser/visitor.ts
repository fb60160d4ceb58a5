import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from "playwright-core";
import { DESKTOP, launch } from "./browser.ts";

export const FOOD_QUESTION = "我就卖袋装零食饮料，要不要食品证";

/** Visitors of one test file; each test begins with a new browser profile. */
export type Visits = {
  /** A new visitor, who opens the page. */
  enter(url: string, options?: BrowserContextOptions): Promise<Page>;
  /** One more tab of the visitor who entered last. */
  newTab(url: string): Promise<Page>;
  /** A new profile without a page. */
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
};

/** Open a browser for the tests of a file; after each test nothing may stand in its console. */
export function openBrowser(): Visits {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const troubles: string[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((each) => each.close()));
    expect(troubles.splice(0), "errors in the browser's console").toEqual([]);
  });

  async function context(options: BrowserContextOptions = DESKTOP): Promise<BrowserContext> {
    const made = await browser.newContext(options);
    contexts.push(made);
    return made;
  }
  async function newTab(url: string): Promise<Page> {
    const page = await contexts.at(-1)!.newPage();
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (line) => {
      // A refused connection is what some of the tests are about.
      if (line.type() === "error" && !/Failed to load resource|ERR_/.test(line.text()))
        troubles.push(line.text());
    });
    await page.goto(url);
    await page.locator("#log[aria-busy=false]").waitFor({ state: "attached" });
    return page;
  }
  return {
    context,
    newTab,
    async enter(url, options) {
      await context(options);
      return newTab(url);
    },
  };
}

/** Type a message and press Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator("#question").fill(text);
  await page.locator("#question").press("Enter");
}

/** Everything OneDoor answered, as it stands on the page. */
export const replies = (page: Page): Locator => page.locator(".reply");
