import type { FinishedTurn } from "../store/turns.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { DrainTools, OpenTurn, Take, TakenTurn } from "./drain.ts";
import { newFailureReference } from "./failure-reference.ts";

/** Only an error of the core is a failed turn; an error of the store passes through and is tried again. */
export class TurnFailed extends Error {
  readonly failedId: string;
  readonly ms: number;
  constructor(cause: unknown, failedId: string, ms: number) {
    super(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause), { cause });
    this.failedId = failedId;
    this.ms = ms;
  }
}

/** Runs the core with a limit, and marks what it throws as its own. */
export async function patiently(take: Take, open: OpenTurn, patience: number): Promise<TakenTurn> {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the turn took longer than ${patience} ms`)),
      patience,
    );
  });
  try {
    const taken = await Promise.race([take(open), tooLong]);
    const possible =
      Number.isInteger(taken.consumed) &&
      taken.consumed >= 1 &&
      taken.consumed <= open.messages.length;
    if (!possible)
      throw new RangeError(
        `a turn must consume 1 to ${open.messages.length} messages, not ${taken.consumed}`,
      );
    return taken;
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    throw new TurnFailed(error, open.messages[0]?.id ?? "", performance.now() - began);
  } finally {
    clearTimeout(timer);
  }
}

/** Records the failure of the first message alone; the next message has its own chance. */
export function failedTurn(
  { apologise }: DrainTools,
  open: OpenTurn,
  failed: TurnFailed,
): (Omit<FinishedTurn, "id"> & { consumed: number }) | null {
  const [first] = open.messages;
  // Between the two transactions another process may have answered it.
  if (first?.id !== failed.failedId) return null;
  const reference = newFailureReference();
  const lang = open.lastLang ?? first.lang ?? "zh";
  return {
    consumed: 1,
    outcome: "failed",
    capability: "none",
    lang,
    record: { reference },
    state: open.state,
    reply: apologise(lang, reference),
    knowledge: "",
    rules: "",
    ms: failed.ms,
    reference,
    failure: failed.message,
  };
}
