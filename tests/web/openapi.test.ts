import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Block, Reply } from "../../src/index.ts";
import type { Entry } from "../../bots/web/schema.ts";
import { openPage } from "./visit.ts";

it("the published description of the interface is the one in docs/openapi.json", async () => {
  const { url } = await openPage();
  const served = await (await fetch(`${url}/openapi.json`)).json();
  const published = JSON.parse(readFileSync("docs/openapi.json", "utf8"));
  expect(served.openapi).toBe("3.1.0");
  expect(Object.keys(served.paths).toSorted()).toEqual([
    "/api/events",
    "/api/messages",
    "/healthz",
  ]);
  expect(
    served,
    "write it anew: curl localhost:8787/openapi.json > docs/openapi.json, then npx oxfmt docs/openapi.json",
  ).toEqual(published);
});

it("what the interface promises is exactly what the core says (checked by the type checker)", () => {
  type ReplyPart = Pick<
    Extract<Entry, { from: "onedoor" }>,
    "lang" | "blocks" | "choices" | "citations"
  >;
  const shown: (reply: Reply) => ReplyPart = (reply) => reply;
  const said: (part: ReplyPart) => Reply = (part) => part;
  const block: Block = { kind: "note", text: "您好" };
  const reply: Reply = { lang: "zh", blocks: [block], choices: [], citations: [] };
  expect(said(shown(reply))).toEqual(reply);
});
