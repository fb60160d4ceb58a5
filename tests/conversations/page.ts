import type { TakenTurn } from "../../src/conversation/drain.ts";
import type { TurnRecord } from "../../src/conversation/record.ts";
import { plainText } from "../../src/domain/plain-text.ts";

/**
 * A conversation as a page that a lawyer can read: the file's own head, then what both said,
 * then what each turn came to. Playing the page again must give the same page.
 */
export function pageOf(file: string, turns: readonly { line: string; turn: TakenTurn }[]): string {
  const head = file.slice(0, file.indexOf("**Visitor:**")).trimEnd();
  const said = turns.map(
    ({ line, turn }) => `**Visitor:** ${line}\n\n**OneDoor:**\n\n${quoted(spoken(turn))}`,
  );
  return `${head}\n\n${said.join("\n\n")}\n\n## Then\n\n${effects(turns)}\n`;
}

function spoken({ reply }: TakenTurn): string {
  const choices = reply.choices.map((choice) => `[${choice.label}]`).join(" ");
  return choices === "" ? plainText(reply) : `${plainText(reply)}\n\n${choices}`;
}

const quoted = (text: string) =>
  text
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");

function effects(turns: readonly { turn: TakenTurn }[]): string {
  const rows = turns.map(({ turn }, i) => {
    const { items } = turn.record as TurnRecord;
    return `| ${i + 1} | ${turn.capability} | ${turn.outcome} | ${turn.lang} | ${items[0]?.id ?? "–"} |`;
  });
  return [
    "| turn | capability | outcome | language | best item |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}
