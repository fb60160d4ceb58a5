import type { OutboundMessage } from "../../src/domain/message.ts";
import type { Take } from "../../src/conversation/drain.ts";
import { openSpine, type Spine } from "../../src/conversation/spine.ts";
import type { Database } from "../../src/store/database.ts";
import { apologise, take as echo } from "../faults/echo-take.ts";

export type SpineUnderTest = Spine & {
  /** What the platform took, in order. */
  sent: OutboundMessage[];
  dead: OutboundMessage[];
  /** Everything that was reported as tried again. */
  troubles: unknown[];
};

/**
 * A whole spine with a platform called "web" that keeps what it is given.
 * @param send what the platform does before it takes a reply; throwing means it does not take it
 */
export async function openSpineUnderTest(
  database: Database,
  {
    take = echo,
    send = async () => {},
    patience,
  }: {
    take?: Take | null;
    send?: (message: OutboundMessage) => Promise<void>;
    patience?: number;
  } = {},
): Promise<SpineUnderTest> {
  const sent: OutboundMessage[] = [];
  const dead: OutboundMessage[] = [];
  const troubles: unknown[] = [];
  const spine = await openSpine({
    database,
    zone: "zone",
    apologise,
    patience,
    report: (error) => troubles.push(error),
    onDeadLetter: (message) => dead.push(message),
  });
  const platform = {
    name: "web",
    async send(message: OutboundMessage) {
      await send(message);
      sent.push(message);
    },
  };
  if (take) await spine.work(take, [platform]);
  return { ...spine, sent, dead, troubles };
}

/** The words of a reply. */
export function wordsOf({ reply }: OutboundMessage): string {
  return reply.blocks.map((block) => ("text" in block ? block.text : "")).join(" ");
}
