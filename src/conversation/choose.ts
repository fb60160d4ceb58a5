import { help } from "../capabilities/help/help.ts";
import { CAPABILITIES } from "../capabilities/all.ts";
import type { Capability, Hearing, Tools } from "../capabilities/capability.ts";

/** @returns the one capability that takes this message and that the speaker's role may use; help takes the rest */
export function choose(hearing: Hearing, tools: Tools): Capability {
  const mine = CAPABILITIES.filter((capability) => capability.roles.includes(hearing.as));
  return mine.find((capability) => capability.takes(hearing, tools)) ?? help;
}
