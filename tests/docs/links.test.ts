import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { headings, linksOf, pathsOf } from "./page-of-docs.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const pages = ["*.md", "docs/**/*.md", "knowledge/*.md", "prompts/*.md"]
  .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
  .sort();
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");

test("there are pages to read", () => {
  expect(pages).toEqual(
    expect.arrayContaining([
      "README.md",
      "README.zh-CN.md",
      "docs/operator.md",
      "knowledge/README.md",
    ]),
  );
});

test.each(pages)("every link of %s leads somewhere", (page) => {
  const broken = linksOf(read(page)).filter((link) => {
    const [path, anchor] = link.split("#") as [string, string | undefined];
    const target = path === "" ? join(ROOT, page) : resolve(ROOT, dirname(page), path);
    return (
      !existsSync(target) ||
      (anchor !== undefined && !headings(readFileSync(target, "utf8")).includes(anchor))
    );
  });
  expect(broken).toEqual([]);
});

test.each(pages)("every file that %s names is there", (page) => {
  const missing = pathsOf(read(page)).filter(
    (path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, dirname(page), path)),
  );
  expect(missing).toEqual([]);
});

test("both READMEs show the same commands, links and files", () => {
  const [english, chinese] = [read("README.md"), read("README.zh-CN.md")];
  const toEachOther = (link: string) => !/^README|^docs\/visitor|#/.test(link);
  expect(linksOf(chinese).filter(toEachOther).sort()).toEqual(
    linksOf(english).filter(toEachOther).sort(),
  );
  expect(pathsOf(chinese).sort()).toEqual(pathsOf(english).sort());
});
