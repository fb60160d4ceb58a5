import { createBell } from "./bell.ts";
import type { Bell } from "./bell.ts";

/** The event streams open in this process, by conversation: one for every tab. */
export type OpenStreams = {
  /** @returns the new stream's bell and how to take it out again */
  add(conversation: string): { bell: Bell; remove: () => void };
  /** Tell every tab of one visitor that there is something new. */
  ring(conversation: string, accepted?: string): void;
  count(conversation: string): number;
  /** End every stream, so that the server can stop; pages come back by themselves. */
  end(): void;
  readonly ended: boolean;
};

/** @returns an empty set of streams */
export function createOpenStreams(): OpenStreams {
  const bells = new Map<string, Set<Bell>>();
  let ended = false;
  const of = (conversation: string): Set<Bell> => bells.get(conversation) ?? new Set();
  return {
    add(conversation) {
      const bell = createBell();
      bells.set(conversation, of(conversation).add(bell));
      return { bell, remove: () => forget(bells, conversation, bell) };
    },
    ring: (conversation, accepted) => of(conversation).forEach((bell) => bell.ring(accepted)),
    count: (conversation) => of(conversation).size,
    end() {
      ended = true;
      for (const tabs of bells.values()) tabs.forEach((bell) => bell.ring());
    },
    get ended() {
      return ended;
    },
  };
}

function forget(bells: Map<string, Set<Bell>>, conversation: string, bell: Bell): void {
  const tabs = bells.get(conversation);
  tabs?.delete(bell);
  if (tabs?.size === 0) bells.delete(conversation);
}
