import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { AskOutput } from "../../src/conversation/record.ts";

const FILE = fileURLToPath(new URL("../../docs/ask.schema.json", import.meta.url));

test("the published schema of `onedoor ask --json` is the one the program keeps", async () => {
  const schema = {
    $id: "onedoor-ask-1",
    title: "One line of `onedoor ask --json` and `onedoor ask --jsonl`",
    ...z.toJSONSchema(AskOutput),
  };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(FILE);
});
