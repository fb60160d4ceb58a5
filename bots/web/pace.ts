import { createHmac, randomBytes } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "./refusal.ts";
import type { Limits } from "./settings.ts";

/** Holds visitors to a pace at which everyone is served. */
export type Pace = {
  /** Count one message. @throws Refusal too-many with the seconds to wait, before anything is stored */
  message(conversation: string, address: string | null): Promise<void>;
  /** Count one reading of the history or opening of a stream. @throws Refusal too-many */
  read(address: string | null): Promise<void>;
};

const MINUTE = 60;

/**
 * Counters live in memory: they are worth a minute, and a restart forgives everyone.
 * @param limits requests a minute for one visitor and for one address
 */
export function createPace(limits: Limits): Pace {
  const visitor = new RateLimiterMemory({ points: limits.messagesPerVisitor, duration: MINUTE });
  const sender = new RateLimiterMemory({ points: limits.messagesPerAddress, duration: MINUTE });
  const reader = new RateLimiterMemory({ points: limits.readsPerAddress, duration: MINUTE });
  const nameOf = addressNamer();
  return {
    async message(conversation, address) {
      if (address) await take(sender, nameOf(address));
      await take(visitor, conversation);
    },
    async read(address) {
      if (address) await take(reader, nameOf(address));
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    throw new Refusal("too-many", Math.max(1, Math.ceil(spent.msBeforeNext / 1000)));
  }
}

/** Addresses are counted under a name that means nothing outside this process. */
function addressNamer(): (address: string) => string {
  const key = randomBytes(32);
  return (address) => createHmac("sha256", key).update(address).digest("base64url");
}
