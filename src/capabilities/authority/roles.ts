import type { PowerBasis, Role, RoleHolders } from "../../domain/authority-entry.ts";
import type { Ground } from "./look-up.ts";

/** The bodies of a role in words, with the part each has and what its power rests on. */
export function holders(role: RoleHolders, ground: Ground): string {
  const { lang, say } = ground;
  switch (role.kind) {
    case "bodies":
      return role.bodies
        .filter(({ mark }) => mark !== "U")
        .map((body) => bodyWords(body, ground))
        .join(lang === "zh" ? "；" : "; ");
    case "none":
      return say("authority.none", { why: role.why[lang] });
    case "designated":
      return role.entered === null
        ? say("authority.designated", { by: role.by[lang] })
        : organName(role.entered, ground);
    case "gap":
      return say("authority.gap", { why: role.why[lang] });
  }
}

function bodyWords({ organ, part, mark }: Role, ground: Ground): string {
  const { lang, say } = ground;
  const name = organName(organ, ground);
  const what = part ? (lang === "zh" ? `（${part.zh}）` : ` (${part.en})`) : "";
  return `${name}${what}${mark === "P" ? say("authority.doubtful") : ""}`;
}

/** What the power of each body in a role rests on: statutory, concentrated, entrusted … */
export function bases(role: RoleHolders, { lang, say }: Ground): string {
  const of = (basis: PowerBasis) => say(`basis.${basis}`);
  if (role.kind === "designated") return of("designated");
  if (role.kind !== "bodies") return say("authority.no-basis");
  return [...new Set(role.bodies.map(({ basis }) => of(basis)))].join(lang === "zh" ? "、" : ", ");
}

/** The provisions that name the bodies of a role. */
export function citesOf(role: RoleHolders): string[] {
  if (role.kind === "bodies") return role.bodies.flatMap(({ cites }) => cites);
  return role.kind === "designated" ? role.cites : [];
}

export function organsOf(role: RoleHolders): string[] {
  if (role.kind === "bodies") return role.bodies.map(({ organ }) => organ);
  return role.kind === "designated" && role.entered !== null ? [role.entered] : [];
}

export function organName(id: string, { knowledge, lang }: Ground): string {
  return knowledge.powers.organs.get(id)?.name[lang] ?? id;
}
