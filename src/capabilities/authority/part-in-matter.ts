import type { AuthorityCase, AuthorityEntry, RoleHolders } from "../../domain/authority-entry.ts";
import type { Ground } from "./look-up.ts";
import { organsOf } from "./roles.ts";

const ROLES = ["approver", "supervisor", "enforcer"] as const;
export type RoleName = (typeof ROLES)[number];

/** What a body has in a matter: roles in the whole of it, and cases that are its own. */
export type Part = { roles: readonly RoleName[]; cases: readonly AuthorityCase[] };

/** @returns null when the body has no part in the matter */
export function partOf(organ: string, entry: AuthorityEntry): Part | null {
  const roles = ROLES.filter((role) => organsOf(entry[role]).includes(organ));
  const cases = roles.includes("enforcer")
    ? []
    : entry.cases.filter(({ enforcer }) => organsOf(enforcer).includes(organ));
  return roles.length + cases.length === 0 ? null : { roles, cases };
}

/** "监管；执法（只限：占道摆桌子）": a case counts as that case only; a role not read in the text carries its doubt. */
export function partWords(organ: string, entry: AuthorityEntry, ground: Ground): string {
  const { say, lang } = ground;
  const part = partOf(organ, entry);
  if (part === null) return "";
  const whole = part.roles.map((role) => {
    const doubtful = isDoubtful(organ, entry[role]) ? say("authority.doubtful") : "";
    return say(`role.${role}`) + doubtful;
  });
  const only = part.cases.map(({ when }) => when[lang]).join(lang === "zh" ? "；" : "; ");
  const inCases = only === "" ? [] : [say("boundary.only-case", { when: only })];
  return [...whole, ...inCases].join(lang === "zh" ? "、" : ", ");
}

function isDoubtful(organ: string, holders: RoleHolders): boolean {
  return (
    holders.kind === "bodies" &&
    holders.bodies.filter((body) => body.organ === organ).every(({ mark }) => mark !== "V")
  );
}

/** Whether the enforcement of a matter, or of one of its cases, is still to be designated by the local government. */
export function isOpen({ enforcer, cases }: AuthorityEntry): boolean {
  const open = (one: RoleHolders) => one.kind === "designated" && one.entered === null;
  return open(enforcer) || cases.some((one) => open(one.enforcer));
}
