import { gzipSync } from "node:zlib";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openPage, serve } from "./visit.ts";

const FIRST_LOAD = 60 * 1024;

/** Every file the browser fetches for the first view: what the page names, and what its modules and sheets name. */
async function firstLoad(url: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const wanted = ["/"];
  for (const path of wanted) {
    if (files.has(path)) continue;
    const response = await fetch(url + path);
    expect(response.status, path).toBe(200);
    const text = await response.text();
    files.set(path, text);
    wanted.push(...namedIn(text).map((name) => new URL(name, url + path).pathname));
  }
  return files;
}

function namedIn(text: string): string[] {
  const patterns = [
    /(?:src|href)="([^"#]+\.(?:js|css|svg))"/g,
    /from "(\.\/[^"]+)"/g,
    /@import "([^"]+)"/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!));
}

describe("the page", () => {
  it("is there after at most 60 kB", async () => {
    const { url } = await openPage();
    const files = await firstLoad(url);
    const bytes = [...files.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(files.size).toBeGreaterThan(5);
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThanOrEqual(FIRST_LOAD);
  });

  it("names every module at once, so that a slow line is waited for once", async () => {
    const { url } = await openPage();
    const html = await (await fetch(url)).text();
    const modules = readdirSync("bots/web/page").filter((name) => name.endsWith(".js"));
    expect(modules.filter((name) => !html.includes(`="/page/${name}"`))).toEqual([]);
  });

  it("is sent zipped, and not again when the browser holds it", async () => {
    const { url } = await openPage();
    const response = await fetch(`${url}/page/page.css`, {
      headers: { "accept-encoding": "gzip" },
    });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const etag = response.headers.get("etag")!;
    const again = await fetch(`${url}/page/page.css`, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const plain = await fetch(`${url}/page/page.css`, {
      headers: { "accept-encoding": "identity" },
    });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toBe(readFileSync("bots/web/page/page.css", "utf8"));
  });

  it("may load and send nothing but its own", async () => {
    const { url } = await openPage();
    const headers = Object.fromEntries((await fetch(url)).headers);
    const policy = new Map(
      headers["content-security-policy"]!.split("; ").map(
        (rule) => rule.split(/ (.*)/) as [string, string],
      ),
    );
    expect(Object.fromEntries(policy)).toMatchObject({
      "default-src": "'none'",
      "script-src": "'self'",
      "style-src": "'self'",
      "connect-src": "'self'",
      "frame-ancestors": "'none'",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
  });

  it("holds no inline script or style and names no other host", async () => {
    const { url } = await openPage();
    for (const [path, text] of await firstLoad(url)) {
      expect(text, path).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle="|\son\w+="/);
      expect(text.replaceAll("http://www.w3.org/2000/svg", ""), path).not.toMatch(/https?:\/\//);
      expect(text, path).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
    }
  });

  it("says what to do when scripts are off", async () => {
    const { url } = await openPage();
    expect(await (await fetch(url)).text()).toMatch(/<noscript>[^]*JavaScript[^]*<\/noscript>/);
  });
});

describe("the port", () => {
  it("in use by another program stops the start with a remedy", async () => {
    const { oneDoor, url } = await openPage();
    const port = Number(new URL(url).port);
    await expect(serve(oneDoor, { port })).rejects.toThrow(
      `Port ${port} is in use by another program: set PORT`,
    );
  });
});
