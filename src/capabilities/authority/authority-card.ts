import { cardOf } from "./card.ts";
import { findEntry, nearEntries } from "./entry-named.ts";
import { lackingOf } from "./has-not.ts";
import { nameOf, note, notFound, type Found, type Ground, type LookUp } from "./look-up.ts";
import { doorNamed } from "./outside-door-named.ts";
import { withoutPermit } from "./without-permit.ts";

/** `/authority 香烟 无证零售`: who approves, supervises and enforces a matter, and where intuition errs. */
export const authorityCard: LookUp = {
  names: ["authority", "权责", "归谁管"],
  find(words, ground) {
    if (words === "") return notFound("authority", words, ground);
    const found = findEntry(words, ground);
    if (found === null || (lackingOf(words) === "permit" && isOnlyLicences(found.entry.id)))
      return withoutPermit(words, ground) ?? asksBack(words, ground);
    const { entry, matched } = found;
    return {
      shown: [nameOf(entry.id, entry.matter)],
      blocks: cardOf(entry, matched, ground),
      matter: entry.id,
      choices: ground.forStaff ? whatNext(entry.matter[ground.lang], ground) : [],
    };
  },
};

/** The rows about licences as such name no trade: then it depends on the permit that is missing. */
const isOnlyLicences = (id: string) =>
  [
    "no-licence-no-registration",
    "trading-without-business-licence",
    "business-registration",
  ].includes(id);

function whatNext(matter: string, { say }: Ground): Found["choices"] {
  return [
    { label: say("staff.choice.handover"), text: `/handover ${matter}` },
    { label: say("staff.choice.discretion"), text: `/discretion ${matter}` },
  ];
}

/** No row is sure: said so, with the door outside the list that is named, and the rows that are near. */
export function asksBack(
  words: string,
  ground: Ground,
  command: "authority" | "redirect" = "authority",
): Found {
  const { say, lang } = ground;
  const near = nearEntries(words, ground);
  const door = doorNamed(words, ground);
  const shared = near.length > 0 || door !== null;
  const first = shared ? say("authority.not-sure", { words }) : say("staff.not-found", { words });
  return {
    shown: [],
    blocks: [
      note(first),
      ...(door ? [note(say("redirect.tell", { says: door.says[lang] }) + say("guard.doubt"))] : []),
      ...(near.length > 0 ? [note(say("authority.choose"))] : []),
      note(say(`staff.usage.${command}`)),
    ],
    choices: near.map(({ matter }) => ({
      label: matter[lang],
      text: `/${command} ${matter[lang]}`,
    })),
  };
}
