import { articleName } from "../../domain/article-name.ts";
import type { Facet } from "../../domain/facet.ts";
import type { DraftBlock } from "../../domain/draft.ts";
import type { Exemption, Subject } from "./decide.ts";
import { duration, sentences, timeLimit, type Voice } from "./phrases.ts";

/** What one aspect of a subject comes to: statements with their sources, or a note that it is not known. */
type Teller = (subject: Subject, voice: Voice) => DraftBlock[];

const LICENSING_LAW = "administrative-licensing-law";
const LICENCE_LIKE = ["licence", "consent", "qualification"];

const MOST_EXEMPTIONS = 3;
const MOST_THRESHOLDS = 4;

/** Without the full stop, for a note in brackets. */
const bare = (text: string) => text.replace(/[。.]$/u, "");

/** Everything OneDoor can tell about an item, one entry per aspect. */
export const TELLERS: Record<Exclude<Facet, "overview" | "compare">, Teller> = {
  need: ({ item }, { say, lang }) => {
    const exemptions = item.notNeeded
      .filter((exemption) => exemption.mark !== "U")
      .slice(0, MOST_EXEMPTIONS);
    return exemptions.length === 0
      ? []
      : [
          {
            kind: "list",
            label: say("label.not-needed"),
            items: exemptions.map((exemption) => ({ text: exemption.then[lang] })),
            cites: exemptions.flatMap((exemption) => exemption.then.cites),
          },
        ];
  },

  where: ({ item }, { say, lang }) => [
    {
      kind: "fact",
      label: say("label.where"),
      text: sentences(
        [item.door.name[lang], ...(item.door.note ? [item.door.note[lang]] : [])],
        lang,
      ),
      cites: item.authority.cites,
      mark: item.authority.mark,
    },
  ],

  authority: (subject, voice) => {
    const { item } = subject;
    const { say, lang } = voice;
    return [
      ...TELLERS.where(subject, voice),
      {
        kind: "fact",
        label: say("label.authority"),
        text: sentences(
          [
            item.authority.decides[lang],
            ...(item.authority.note ? [item.authority.note[lang]] : []),
          ],
          lang,
        ),
        cites: item.authority.cites,
        mark: item.authority.mark,
      },
      {
        kind: "fact",
        label: say("label.supervises"),
        text: item.authority.supervises[lang],
        cites: item.authority.cites,
        mark: item.authority.mark,
      },
    ];
  },

  materials: (subject, voice) => {
    const { item, entry } = subject;
    const { say, lang } = voice;
    if (entry?.materials == null || entry.materialsMark === "U")
      return unknown("materials", subject, voice, [
        { key: "right.told-once", cites: [`${LICENSING_LAW}/32`] },
      ]);
    if (entry.materials.length === 0)
      return [
        {
          kind: "fact",
          label: say("label.materials"),
          text: say("materials.none"),
          cites: entry.basis,
        },
      ];
    return [
      {
        kind: "list",
        label: say("label.materials"),
        items: entry.materials.map((paper) => {
          const notes = [
            paper.necessity === "required" ? "" : say(`necessity.${paper.necessity}`),
            paper.when ? say("materials.when", { when: paper.when[lang] }) : "",
            paper.source === "government" ? say("materials.shared") : "",
            bare(paper.note?.[lang] ?? ""),
          ].filter(Boolean);
          return notes.length > 0
            ? { text: paper.name[lang], note: notes.join(lang === "zh" ? "；" : "; ") }
            : { text: paper.name[lang] };
        }),
        cites: entry.materialsCites.length > 0 ? entry.materialsCites : item.verdict.cites,
        mark: entry.materialsMark,
      },
    ];
  },

  gaps: (subject, voice) => {
    const mayFollow =
      subject.entry?.materials?.filter((paper) => paper.necessity === "may-follow") ?? [];
    const { say, lang } = voice;
    if (mayFollow.length > 0)
      return [
        {
          kind: "list",
          label: say("label.gaps"),
          items: mayFollow.map((paper) => ({ text: paper.name[lang] })),
          cites: subject.entry!.materialsCites,
          mark: subject.entry!.materialsMark,
        },
      ];
    return unknown("gaps", subject, voice, [
      { key: "right.told-once", cites: [`${LICENSING_LAW}/32`] },
    ]);
  },

  limit: (subject, voice) => {
    const { entry } = subject;
    const { say } = voice;
    if (!entry?.statutoryLimit || entry.statutoryLimit.mark === "U")
      return unknown("limit", subject, voice, []);
    const statutory: DraftBlock = {
      kind: "fact",
      label: say("label.limit"),
      text: timeLimit(entry.statutoryLimit, voice),
      cites: entry.statutoryLimit.cites,
      mark: entry.statutoryLimit.mark,
    };
    const promise = entry.promisedLimit;
    if (promise && promise.mark !== "U")
      return [
        statutory,
        {
          kind: "fact",
          label: say("label.promise"),
          text: timeLimit(promise, voice),
          cites: promise.cites,
          mark: promise.mark,
        },
      ];
    return entry.statutoryLimit.kind === "on-the-spot"
      ? [statutory]
      : [statutory, { kind: "note", text: say("unknown.promise") }];
  },

  fee: (subject, voice) => {
    const fee = subject.entry?.fee;
    const { say, lang } = voice;
    if (!fee || fee.charged === "unknown" || fee.mark === "U")
      return unknown(
        "fee",
        subject,
        voice,
        [{ key: "right.fees-listed", cites: ["business-environment-regulation/25"] }],
        true,
      );
    const text =
      fee.charged === "no" ? say("fee.free") : say("fee.charged", { name: fee.name![lang] });
    return [
      {
        kind: "fact",
        label: say("label.fee"),
        text: sentences([text, ...(fee.note ? [fee.note[lang]] : [])], lang),
        cites: fee.cites,
        mark: fee.mark,
      },
    ];
  },

  validity: (subject, voice) => {
    const validity = subject.entry?.validity;
    const { say, lang } = voice;
    if (!validity || validity.mark === "U") return unknown("validity", subject, voice, []);
    const length = validity.duration
      ? [say("validity.for", { time: duration(validity.duration, voice) })]
      : [];
    const text = sentences([...length, ...(validity.note ? [validity.note[lang]] : [])], lang);
    return [
      {
        kind: "fact",
        label: say("label.validity"),
        text,
        cites: validity.cites,
        mark: validity.mark,
      },
    ];
  },

  renewal: (subject, voice) => windowBlocks(subject, voice),
  late: (subject, voice) => {
    const told = windowBlocks(subject, voice);
    const consequences = (subject.entry?.facts ?? []).filter(
      (fact) => /罚款|处罚|责令|吊销|撤销|警告|没收/u.test(fact.zh) && fact.mark !== "U",
    );
    return [
      ...told.filter((block) => block.kind !== "note" || consequences.length === 0),
      ...consequences.map((fact): DraftBlock => ({
        kind: "fact",
        label: voice.say("label.consequence"),
        text: fact[voice.lang],
        cites: fact.cites,
        mark: fact.mark,
      })),
    ];
  },

  result: (subject, voice) => {
    const result = subject.entry?.result;
    if (!result) return unknown("result", subject, voice, []);
    return [
      {
        kind: "fact",
        label: voice.say("label.result"),
        text: result.name[voice.lang],
        cites: subject.entry!.basis,
      },
    ];
  },

  trips: (subject, voice) => {
    const { say, lang } = voice;
    const { entry } = subject;
    const told: DraftBlock[] = [];
    if (entry?.trips && entry.trips.mark !== "U")
      told.push({
        kind: "fact",
        label: say("label.trips"),
        text:
          entry.trips.count === 0
            ? say("trips.none")
            : say("trips.some", { n: entry.trips.count, reason: entry.trips.reason?.[lang] ?? "" }),
        cites: entry.trips.cites.length > 0 ? entry.trips.cites : entry.basis,
        mark: entry.trips.mark,
      });
    if (entry?.online && entry.online.mark !== "U")
      told.push({
        kind: "fact",
        label: say("label.online"),
        text: say(`online.${entry.online.depth}`),
        cites: entry.online.cites.length > 0 ? entry.online.cites : entry.basis,
        mark: entry.online.mark,
      });
    const inspection = entry?.siteInspection;
    if (inspection && inspection.mark !== "U")
      told.push({
        kind: "fact",
        label: say("label.inspection"),
        text: inspection[lang],
        cites: inspection.cites,
        mark: inspection.mark,
      });
    if (entry?.trips && entry.trips.mark !== "U") return told;
    return [
      ...unknown(
        "trips",
        subject,
        voice,
        [
          {
            key: "right.electronic",
            cites: ["online-government-service-rules/8", "online-government-service-rules/10"],
          },
        ],
        true,
      ),
      ...told,
    ];
  },

  commitment: (subject, voice) => {
    const commitment = subject.entry?.commitment;
    const { say, lang } = voice;
    if (!commitment || commitment.mark === "U" || commitment.available === "unknown")
      return unknown("commitment", subject, voice, [
        { key: "right.commitment", cites: ["business-environment-regulation/40"] },
      ]);
    return [
      {
        kind: "fact",
        label: say("label.commitment"),
        text: sentences([say(`commitment.${commitment.available}`), commitment.note[lang]], lang),
        cites: commitment.cites,
        mark: commitment.mark,
      },
    ];
  },

  next: ({ item }, voice) => {
    const { say, lang } = voice;
    if (item.next.length === 0) return [{ kind: "note", text: say("unknown.next") }];
    return [
      {
        kind: "list",
        label: say("label.next"),
        items: item.next.map((step) => ({ text: step[lang] })),
        cites: item.next.flatMap((step) => step.cites),
      },
    ];
  },

  conditions: (subject, voice) => {
    const { say, lang } = voice;
    const conditions = subject.entry?.conditions ?? [];
    if (conditions.length === 0) return unknown("conditions", subject, voice, []);
    return [
      {
        kind: "list",
        label: say("label.conditions"),
        items: conditions.map((condition) => ({ text: condition[lang] })),
        cites: conditions.flatMap((condition) => condition.cites),
      },
    ];
  },

  threshold: ({ item, entry }, { say, lang }) => {
    const numbered = (entry?.facts ?? []).filter((fact) => /\d/.test(fact.zh));
    const stated = (item.thresholds.length > 0 ? item.thresholds : numbered)
      .filter((t) => t.mark !== "U")
      .slice(0, MOST_THRESHOLDS);
    if (stated.length === 0) return [{ kind: "note", text: say("unknown.threshold") }];
    return stated.map((threshold) => ({
      kind: "fact",
      label: say("label.threshold"),
      text: threshold[lang],
      cites: threshold.cites,
      mark: threshold.mark,
    }));
  },

  law: ({ item, entry }, { say, lang, provisions }) => {
    const cites = [...new Set([...(entry?.basis ?? []), ...item.verdict.cites])];
    const quoted = cites
      .flatMap((ref) => provisions.get(ref) ?? [])
      .filter((provision) => provision.mark !== "U");
    return [
      {
        kind: "list",
        label: say("label.law"),
        items: quoted.map((provision) => ({
          text: say("law.article", {
            title: lang === "zh" ? provision.title : provision.titleEn,
            article: articleName(provision.article, lang),
          }),
          note: bare(provision.says[lang]),
        })),
        cites: quoted.map((provision) => provision.id),
      },
    ];
  },

  process: (subject, { say, lang }) => {
    const inspection = subject.entry?.siteInspection;
    const licence = LICENCE_LIKE.includes(subject.item.need);
    if (!licence) return [{ kind: "note", text: say("process.filing") }];
    return [
      {
        kind: "list",
        label: say("label.process"),
        items: [
          { text: say("process.apply") },
          { text: say("process.accept") },
          {
            text: inspection && inspection.mark !== "U" ? inspection[lang] : say("process.review"),
          },
          { text: say("process.decide") },
          { text: say("process.deliver") },
        ],
        cites: [
          `${LICENSING_LAW}/32`,
          `${LICENSING_LAW}/34`,
          `${LICENSING_LAW}/42`,
          `${LICENSING_LAW}/44`,
        ],
      },
    ];
  },

  guarantee: (_, { say }) => [{ kind: "note", text: say("no-guarantee") }],
};

function windowBlocks({ entry }: Subject, voice: Voice): DraftBlock[] {
  const { say, lang } = voice;
  const window = entry?.window;
  if (!window || window.mark === "U") return [{ kind: "note", text: say("unknown.window") }];
  const closes = duration(window.closes, voice);
  const when = window.opens
    ? say(`window.${window.relativeTo}.between`, { opens: duration(window.opens, voice), closes })
    : say(`window.${window.relativeTo}`, { closes });
  return [
    {
      kind: "fact",
      label: say("label.window"),
      text: sentences([when, ...(window.ifLate ? [window.ifLate[lang]] : [])], lang),
      cites: window.cites,
      mark: window.mark,
    },
  ];
}

/** What is not known is said so; for a licence the law's general rule stands beside it. */
function unknown(
  facet: string,
  { item }: Subject,
  { say }: Voice,
  rights: readonly { key: string; cites: string[] }[],
  always = false,
): DraftBlock[] {
  const general = always || LICENCE_LIKE.includes(item.need) ? rights : [];
  return [
    { kind: "note", text: say(`unknown.${facet}`) },
    ...general.map(({ key, cites }): DraftBlock => ({
      kind: "fact",
      label: say("label.general-rule"),
      text: say(key),
      cites,
    })),
  ];
}

/** The conclusion: the exemption if the question describes one, else the item's verdict. */
export function conclusion(
  { item }: Subject,
  exemption: Exemption | null,
  lang: Voice["lang"],
): DraftBlock {
  const statement = exemption && exemption.mark !== "U" ? exemption.then : item.verdict;
  const mark = exemption && exemption.mark !== "U" ? exemption.mark : "V";
  return { kind: "lead", text: statement[lang], cites: statement.cites, mark };
}
