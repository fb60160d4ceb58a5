import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  openKnowledgeDesk,
  readSettings,
  type Plays,
  type KnowledgeDesk,
} from "../../../../src/index.ts";
import { readConversationFile } from "../../../terminal/replay.ts";

/** Golden conversations and evaluation questions lie here in the repository; an installation may not have them. */
const TESTS = fileURLToPath(new URL("../../../../tests", import.meta.url));

export const desk = (): KnowledgeDesk => openKnowledgeDesk(readSettings(process.env));

/** Today in the zone, ISO. */
export const today = (): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());

/** The folders of questions with a known right answer that are there. */
export const testFolders = (): string[] =>
  [join(TESTS, "evaluation", "questions"), join(TESTS, "conversations")].filter(existsSync);

/**
 * What is played to see which answers change.
 * @param conversations folder of conversation files; absent: the golden conversations, if they are there
 * @param day on which is asked
 */
export function playsOf(conversations: string | undefined, day: string): Plays {
  const at = `${day}T10:00:00+08:00`;
  const folder = conversations ?? join(TESTS, "conversations");
  if (!existsSync(folder)) {
    if (conversations !== undefined) throw new Error(`there is no folder ${conversations}`);
    return { visits: [], at };
  }
  const visits = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readConversationFile(readFileSync(join(folder, name), "utf8")))
    .map((visit) => ({ as: visit.as, at: visit.at ?? at, lines: visit.lines }));
  return { visits, at };
}
