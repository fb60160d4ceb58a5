import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The ladder: each place with the places it may import from. Downwards only, never sideways. */
const LADDER: Record<string, readonly string[]> = {
  bots: ["src/index.ts"],
  "src/index.ts": [
    "src/config.ts",
    "src/diagnosis.ts",
    "src/editing.ts",
    "src/operating.ts",
    "src/log.ts",
    "src/conversation",
    "src/library",
    "src/knowledge",
    "src/search",
    "src/store",
    "src/domain",
  ],
  "src/operating.ts": [
    "src/config.ts",
    "src/diagnosis.ts",
    "src/conversation",
    "src/library",
    "src/knowledge",
    "src/search",
    "src/store",
  ],
  "src/diagnosis.ts": ["src/config.ts", "src/knowledge", "src/store"],
  "src/editing.ts": ["src/config.ts", "src/conversation", "src/knowledge", "src/search"],
  "src/config.ts": [],
  "src/log.ts": [],
  "src/conversation": [
    "src/capabilities",
    "src/library",
    "src/knowledge",
    "src/search",
    "src/language",
    "src/store",
    "src/queue",
    "src/domain",
  ],
  "src/capabilities": [
    "src/library",
    "src/knowledge",
    "src/search",
    "src/language",
    "src/store",
    "src/queue",
    "src/domain",
  ],
  "src/library": ["src/knowledge", "src/search", "src/domain"],
  "src/knowledge": ["src/domain"],
  "src/search": ["src/domain"],
  "src/language": ["src/domain"],
  "src/store": ["src/domain", "src/generated"],
  "src/queue": ["src/domain"],
  "src/domain": [],
  "src/generated": [],
};

type Import = { from: string; to: string };

const placeOf = (file: string) =>
  Object.keys(LADDER)
    .filter((place) => file === place || file.startsWith(`${place}/`))
    .sort((a, b) => b.length - a.length)[0];

const files = ["src", "bots"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`),
);

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(ROOT, file), "utf8");
  const paths = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(
    (match) => match[1]!,
  );
  return paths.map((path) => ({
    from: file,
    to: relative(ROOT, resolve(ROOT, dirname(file), path)),
  }));
});

function isAllowed({ from, to }: Import): boolean {
  const [here, there] = [placeOf(from), placeOf(to)];
  if (!here || !there) return false;
  if (here === "src/capabilities" && there === here) return sameCapability(from, to);
  return here === there || LADDER[here]!.includes(there);
}

/** src/capabilities/ask/… may not see src/capabilities/help/…; the list and the shared types stand above. */
function sameCapability(from: string, to: string): boolean {
  const [, , ours, inside] = from.split("/");
  const [, , theirs, their] = to.split("/");
  const isFolder = (part: string | undefined) => part !== undefined;
  return !isFolder(inside) || !isFolder(their) || ours === theirs;
}

test("nothing imports upwards or sideways", () => {
  expect(imports.filter((found) => !isAllowed(found))).toEqual([]);
});

test("every file stands in a place of the ladder", () => {
  expect(files.filter((file) => placeOf(file) === undefined)).toEqual([]);
});

test("the picture was held against real files", () => {
  expect(files.length).toBeGreaterThan(60);
  expect(imports.length).toBeGreaterThan(150);
  for (const place of Object.keys(LADDER))
    expect(
      files.some((file) => placeOf(file) === place),
      place,
    ).toBe(true);
});

test.each([
  { from: "bots/web/channel.ts", to: "src/store/database.ts" },
  { from: "src/domain/message.ts", to: "src/knowledge/load.ts" },
  { from: "src/search/text-index.ts", to: "src/knowledge/load.ts" },
  { from: "src/capabilities/ask/ask.ts", to: "src/capabilities/help/help.ts" },
  { from: "src/capabilities/ask/ask.ts", to: "src/conversation/guard.ts" },
])("$from may not import $to", (forbidden) => {
  expect(isAllowed(forbidden)).toBe(false);
});
