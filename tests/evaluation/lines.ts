import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/**
 * The records of one of the sets beside this file, in their order.
 * @param file its name, for example look-ups.jsonl
 * @throws with file and line when a line is not of the shape, or an id stands twice
 */
export function readRecords<Shape extends z.ZodType<{ id: string }>>(
  file: string,
  shape: Shape,
): z.infer<Shape>[] {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const seen = new Set<string>();
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, at) => {
      if (line.trim() === "") return [];
      const parsed = shape.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${file}:${at + 1} ${z.prettifyError(parsed.error)}`);
      if (seen.has(parsed.data.id))
        throw new Error(`${file}:${at + 1} id ${parsed.data.id} stands twice`);
      seen.add(parsed.data.id);
      return [parsed.data];
    });
}

/** A law's title as people cite it: without the state's name and without a note on the version. */
export const shortTitle = (title: string): string =>
  title
    .replaceAll("中华人民共和国", "")
    .replaceAll(/（[^（）]*(?:已失效|转述|没有看到)[^（）]*）/gu, "")
    .replaceAll(/[《》\s]/gu, "");
