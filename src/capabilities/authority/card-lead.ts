import type { AuthorityEntry, RoleHolders } from "../../domain/authority-entry.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import type { Ground } from "./look-up.ts";
import { holders } from "./roles.ts";

/** Who enforces, in the first line of the card: named, to be designated, known only in part, nobody, or by case. */
export function conclusion({ enforcer, basis }: AuthorityEntry, ground: Ground): DraftBlock[] {
  const { say, lang } = ground;
  switch (enforcer.kind) {
    case "bodies":
      return enforcedBy(enforcer, basis, ground);
    case "designated":
      if (enforcer.entered === null) return mayEnter("lead", enforcer, ground);
      return [
        {
          kind: "lead",
          text: say("authority.enforced-by", { body: holders(enforcer, ground) }),
          cites: enforcer.cites,
          mark: enforcer.mark,
        },
      ];
    case "none":
      return [
        {
          kind: "lead",
          text: say("authority.none-enforces", { why: enforcer.why[lang] }),
          cites: basis,
        },
      ];
    case "gap":
      return [
        {
          kind: "lead",
          text: say("authority.gap-enforces", { why: enforcer.why[lang] }),
          cites: basis,
        },
      ];
  }
}

/** Those whom the law's text names lead; where none is proven, the others with their doubt. */
function enforcedBy(
  { bodies }: Extract<RoleHolders, { kind: "bodies" }>,
  basis: readonly string[],
  ground: Ground,
): DraftBlock[] {
  const proven = bodies.filter(({ mark }) => mark === "V");
  const named = proven.length > 0 ? proven : bodies.filter(({ mark }) => mark === "P");
  if (named.length === 0) return [];
  const body = holders({ kind: "bodies", bodies: named }, ground);
  const cites = named.flatMap((one) => one.cites);
  return [
    {
      kind: "lead",
      text: ground.say("authority.enforced-by", { body }),
      cites: [...new Set(cites.length > 0 ? cites : basis)],
      ...(proven.length > 0 ? {} : { mark: "P" as const }),
    },
  ];
}

/** Where the law leaves it to a department that the zone has not entered, nothing is guessed. */
export function designatedNote(enforcer: RoleHolders, ground: Ground): DraftBlock[] {
  return enforcer.kind === "designated" && enforcer.entered === null
    ? mayEnter("fact", enforcer, ground)
    : [];
}

function mayEnter(
  kind: "lead" | "fact",
  { by, cites, mark }: Extract<RoleHolders, { kind: "designated" }>,
  { say, lang }: Ground,
): DraftBlock[] {
  const told = { text: say("authority.who-may-enter", { by: by[lang] }), cites, mark };
  return [
    kind === "lead" ? { kind, ...told } : { kind, label: say("authority.not-entered"), ...told },
  ];
}
