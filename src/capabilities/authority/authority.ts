import type { Language } from "../../domain/language.ts";
import { groundOf, readFreeText, type Told } from "./free-text.ts";
import type { Answer, Capability, Hearing, Tools } from "../capability.ts";
import { authorityCard } from "./authority-card.ts";
import { boundary } from "./boundary.ts";
import { clock } from "./clock.ts";
import { commandList, languageOf, unknownCommand } from "./commands.ts";
import { discretion } from "./discretion.ts";
import { handover } from "./handover.ts";
import { law } from "./law.ts";
import { note, type Found, type LookUp } from "./look-up.ts";
import { power } from "./power.ts";
import { redirect } from "./redirect.ts";

/** The slash commands of staff. */
export const LOOK_UPS: readonly LookUp[] = [
  authorityCard,
  boundary,
  law,
  clock,
  handover,
  power,
  redirect,
  discretion,
];

/**
 * Tells staff who approves, supervises and enforces, on what basis, within what time, and where the boundary
 * runs; by slash command, or in everyday words ("这事归谁管"), which anybody may ask.
 */
export const authority: Capability = {
  name: "authority",
  roles: ["citizen", "enterprise", "staff"],
  takes: (hearing, tools) => asked(hearing, tools) !== null,
  handle(tools, heard) {
    const hearing = { ...heard, lang: answeredIn(heard) };
    const ground = groundOf(hearing, tools);
    const question = asked(hearing, tools)!;
    if (question.staffOnly && hearing.as !== "staff")
      return answered({ shown: [], blocks: [note(ground.say("staff.only"))] }, "refused", hearing);
    const found = question.find(ground);
    const states = found.blocks.some((block) => "cites" in block);
    const otherwise = found.quotes ? "referred" : "clarification";
    const answer = answered(found, states ? "answered" : otherwise, hearing);
    return question.day === undefined ? answer : { ...answer, day: question.day };
  },
};

type Asked = Told & { staffOnly: boolean };

/** What is looked up: a command with its words, or a question in everyday words; null: not this capability's. */
function asked(hearing: Hearing, tools: Tools): Asked | null {
  const { special } = hearing;
  if (special?.kind === "command") return commanded(special, hearing.as === "staff");
  if (special !== null) return null;
  const told = readFreeText(hearing, tools);
  return told && { ...told, staffOnly: false };
}

/** A known command; to staff also the list of them, and what was meant by one that is misspelt. */
function commanded(
  { name, rest }: { name: string; rest: string },
  forStaff: boolean,
): Asked | null {
  const lookUp = LOOK_UPS.find(({ names }) => names.includes(name));
  if (lookUp) return { find: (ground) => lookUp.find(rest, ground), staffOnly: true };
  if (!forStaff || name === "start") return null;
  return {
    find: (ground) =>
      HELP.includes(name)
        ? commandList(LOOK_UPS, ground.say)
        : unknownCommand({ name, rest }, LOOK_UPS, ground),
    staffOnly: true,
  };
}

const HELP = ["help", "帮助", "命令"];

function answeredIn({ special, lang, state, as }: Hearing): Language {
  return special?.kind === "command" && as === "staff"
    ? languageOf(special.rest, lang, state.lang)
    : lang;
}

function answered(found: Found, outcome: Answer["outcome"], { lang, state }: Hearing): Answer {
  return {
    outcome,
    draft: { lang, blocks: found.blocks, choices: found.choices ?? [] },
    items: found.shown.slice(0, 5).map((record) => ({ ...record, score: 1 })),
    departments: [],
    state: {
      ...state,
      lang,
      asked: null,
      matter: found.matter
        ? { entry: found.matter, subject: state.subject?.item ?? null }
        : state.matter,
    },
  };
}
