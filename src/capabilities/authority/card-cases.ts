import type { AuthorityCase, AuthorityEntry } from "../../domain/authority-entry.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import { designatedNote } from "./card-lead.ts";
import type { Ground } from "./look-up.ts";
import { citesOf, holders } from "./roles.ts";

/** The case that is named with its own body and article, then the others; without one, all of them. */
export function caseBlocks(
  { cases }: AuthorityEntry,
  matched: AuthorityCase | null,
  ground: Ground,
): DraftBlock[] {
  const { lang, say } = ground;
  if (matched === null || matched.mark === "U")
    return caseList(cases, say("authority.cases"), lang);
  const others = cases.filter((one) => one !== matched);
  return [
    { kind: "lead", text: matched.says[lang], cites: matched.says.cites, mark: matched.mark },
    ...enforcerOf(matched, ground),
    ...designatedNote(matched.enforcer, ground),
    ...caseList(others, say("authority.other-cases"), lang),
  ];
}

/** The body of the case by its official name: the role table names those of the whole matter. */
function enforcerOf({ when, enforcer, says }: AuthorityCase, ground: Ground): DraftBlock[] {
  if (enforcer.kind === "none") return [];
  const body = holders(enforcer, ground);
  const cites = citesOf(enforcer);
  return [
    {
      kind: "fact",
      label: when[ground.lang],
      text: enforcer.kind === "gap" ? body : ground.say("redirect.whose", { body }),
      cites: cites.length > 0 ? cites : says.cites,
    },
  ];
}

function caseList(
  cases: readonly AuthorityCase[],
  label: string,
  lang: Ground["lang"],
): DraftBlock[] {
  const items = cases
    .filter(({ mark }) => mark !== "U")
    .map(({ when, says, mark }) => ({
      text: lang === "zh" ? `${when.zh}：${says.zh}` : `${when.en}: ${says.en}`,
      cites: says.cites,
      mark,
    }));
  return items.length === 0
    ? []
    : [{ kind: "list", label, items, cites: items.flatMap(({ cites }) => cites) }];
}
