import { fileURLToPath } from "node:url";
import { createCore, type Core } from "../../src/conversation/core.ts";
import type { TakenTurn } from "../../src/conversation/drain.ts";
import type { Language } from "../../src/domain/language.ts";
import type { Role } from "../../src/domain/message.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";

export const KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));

/** Names the folder in which the files of one test run share the checked and indexed shelf. */
export const CACHE_OF_THE_RUN = "ONEDOOR_TEST_CACHE";

let shared: Core | undefined;

/** The core over the shipped shelf, built once per test file, indexed once per run. */
export function theCore(): Core {
  const cacheDirectory = process.env[CACHE_OF_THE_RUN];
  const options = cacheDirectory ? { cacheDirectory } : {};
  shared ??= createCore(loadKnowledge(KNOWLEDGE, options), {
    ...options,
    now: () => new Date("2026-11-24T10:00:00+08:00"),
  });
  return shared;
}

export type Visit = { say(text: string): Promise<TakenTurn> };

/** One visitor talking to the core turn by turn, without a database: the state is carried along. */
export function visit(
  core: Core,
  as: Role = "enterprise",
  at = "2026-11-24T10:00:00+08:00",
  lang?: Language,
): Visit {
  let state: unknown = {};
  let seq = 0;
  return {
    async say(text) {
      seq += 1;
      const message = {
        id: `m${seq}`,
        conversationId: "c",
        seq,
        receivedAt: at,
        channel: "program",
        conversation: "c",
        externalId: `m${seq}`,
        text,
        as,
        at,
        lang,
      };
      const turn = await core.take({
        turnId: `t${seq}`,
        conversationId: "c",
        channel: "program",
        conversation: "c",
        messages: [message],
        state,
        lastLang: null,
      });
      state = turn.state;
      return turn;
    },
  };
}
