import { ask } from "./ask/ask.ts";
import { authority } from "./authority/authority.ts";
import type { Capability } from "./capability.ts";
import { help } from "./help/help.ts";
import { packages } from "./package/package.ts";

/** Everything OneDoor can do, in the order in which a message is offered. */
export const CAPABILITIES: readonly Capability[] = [authority, packages, help, ask];
