import { CAPABILITIES } from "../capabilities/all.ts";
import type { Capability, Hearing } from "../capabilities/capability.ts";

/** @returns the one capability that takes this message and that the speaker's role may use; help takes the rest */
export function choose(hearing: Hearing): Capability {
  const mine = CAPABILITIES.filter((capability) => capability.roles.includes(hearing.as));
  return mine.find((capability) => capability.takes(hearing)) ?? CAPABILITIES[0]!;
}
