import { z } from "zod";
import { Day, EvidenceMark } from "./citation.ts";
import { Bilingual } from "./language.ts";

/*
 * The element set follows GB/T 39554.2-2020 (implementing list of government-service items) with its
 * three steps: main item, sub-item, handling item. Limits and flags belong to the handling item.
 */

/** Reference to a provision: "food-safety-law/35". */
export const ProvisionRef = z.string().regex(/^[a-z0-9-]+\/[0-9A-Z][0-9A-Za-z().-]*$/);

/** A bilingual statement with its sources. */
export const CitedStatement = Bilingual.extend({
  cites: z.array(ProvisionRef).min(1),
});
export type CitedStatement = z.infer<typeof CitedStatement>;

export const TimeUnit = z.enum(["working-day", "day", "month", "year", "hour", "half-working-day"]);
export type TimeUnit = z.infer<typeof TimeUnit>;

/** A length of time as the source writes it: "day" is not silently a working day. */
export const Duration = z.strictObject({ number: z.number().positive(), unit: TimeUnit });
export type Duration = z.infer<typeof Duration>;

/** From which event a limit runs. */
export const ClockStart = z.enum([
  "acceptance",
  "receipt",
  "application",
  "filing",
  "start-of-business",
  "event",
]);

/** A time limit for the authority. number 0 means on the spot. */
export const TimeLimit = z.strictObject({
  /** "limited": within duration; "on-the-spot": decided at once; "default": the Licensing Law's 20 working days. */
  kind: z.enum(["limited", "on-the-spot", "default"]),
  duration: Duration.optional(),
  from: ClockStart.optional(),
  /** A possible extension, as the source allows it. */
  extension: Duration.optional(),
  /** Steps whose time is not counted. */
  excluded: z
    .array(
      z.enum([
        "site-inspection",
        "hearing",
        "public-notice",
        "testing",
        "expert-review",
        "correction",
      ]),
    )
    .default([]),
  note: Bilingual.optional(),
  cites: z.array(ProvisionRef).min(1),
  mark: EvidenceMark,
});
export type TimeLimit = z.infer<typeof TimeLimit>;

/** One paper the applicant may have to bring. */
export const Material = z.strictObject({
  name: Bilingual,
  necessity: z.enum(["required", "optional", "may-follow", "not-needed"]),
  type: z.enum(["certificate", "form", "other"]),
  form: z.enum(["paper", "electronic", "either"]).default("either"),
  source: z.enum(["applicant", "government", "other"]),
  /** Only when this is true of the applicant. */
  when: Bilingual.optional(),
  note: Bilingual.optional(),
});
export type Material = z.infer<typeof Material>;

export const Provenance = z.enum(["law", "page", "sample"]);

export const Level = z.enum(["national", "province", "city", "county", "zone", "split"]);

export const PowerSource = z.enum([
  "own",
  "concentrated",
  "devolved",
  "authorised",
  "entrusted",
  "stationed",
  "vertical",
  "unknown",
]);

export const HandlingKind = z.enum([
  "new",
  "change",
  "move",
  "renew",
  "reissue",
  "suspend",
  "resume",
  "cancel",
  "check",
  "file",
  "report",
  "confirm",
]);
export type HandlingKind = z.infer<typeof HandlingKind>;

/** What follows when a duty has a window: renewals, filings after the start. */
export const Window = z.strictObject({
  /** Earliest moment before the end, if the source names one. */
  opens: Duration.optional(),
  /** Latest moment. */
  closes: Duration,
  relativeTo: z.enum([
    "before-expiry",
    "after-start",
    "after-change",
    "after-event",
    "before-start",
  ]),
  ifLate: Bilingual.optional(),
  cites: z.array(ProvisionRef).min(1),
  mark: EvidenceMark,
});

/** Everyday questions: at least five in Chinese and two in English, none copied, none alike. */
export const Questions = z.strictObject({
  zh: z.array(z.string().min(4)).min(5, "at least five everyday questions in Chinese"),
  en: z.array(z.string().min(6)).min(2, "at least two everyday questions in English"),
});

/** One handling item: the smallest thing a visitor can apply for. */
export const HandlingItem = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/),
    kind: HandlingKind,
    name: Bilingual,
    /** Immediate: decided on the spot; promised: decided within a limit. null: not known. */
    handling: z.enum(["immediate", "promised"]).nullable(),
    /** Conditions the applicant must meet, in the order a person would check them. */
    conditions: z.array(CitedStatement).default([]),
    statutoryLimit: TimeLimit.nullable(),
    /** Only where a source names a promised limit: never longer than the statutory one. */
    promisedLimit: TimeLimit.extend({ provenance: Provenance }).nullable(),
    /** null: the list of papers is not known; []: nothing to bring. */
    materials: z.array(Material).nullable(),
    materialsCites: z.array(ProvisionRef).default([]),
    materialsMark: EvidenceMark.default("V"),
    /** Trips of the applicant to a counter; an officer's visit to the site is none. null: not known. */
    trips: z
      .strictObject({
        count: z.number().int().min(0).max(5),
        reason: Bilingual.optional(),
        cites: z.array(ProvisionRef).default([]),
        mark: EvidenceMark,
        provenance: Provenance,
      })
      .nullable(),
    online: z
      .strictObject({
        /** 1 advice, 2 papers received, 3 accepted, 4 whole way online. */
        depth: z.number().int().min(1).max(4),
        postal: z.boolean().default(false),
        cites: z.array(ProvisionRef).default([]),
        mark: EvidenceMark,
        provenance: Provenance,
      })
      .nullable(),
    siteInspection: CitedStatement.extend({ mark: EvidenceMark }).nullable().default(null),
    fee: z.strictObject({
      charged: z.enum(["no", "yes", "unknown"]),
      name: Bilingual.optional(),
      note: Bilingual.optional(),
      cites: z.array(ProvisionRef),
      mark: EvidenceMark,
    }),
    /** What the visitor holds in the end. */
    result: z
      .strictObject({
        name: Bilingual,
        type: z.enum(["certificate", "document", "decision", "receipt"]),
      })
      .nullable(),
    validity: z
      .strictObject({
        duration: Duration.nullable(),
        note: Bilingual.optional(),
        cites: z.array(ProvisionRef).min(1),
        mark: EvidenceMark,
      })
      .nullable(),
    window: Window.nullable().default(null),
    commitment: z
      .strictObject({
        available: z.enum(["yes", "zone-only", "no", "unknown"]),
        note: Bilingual,
        cites: z.array(ProvisionRef).min(1),
        mark: EvidenceMark,
      })
      .nullable()
      .default(null),
    /** What else a person needs to know about this handling item, most important first. */
    facts: z.array(CitedStatement.extend({ mark: EvidenceMark.default("V") })).default([]),
    basis: z.array(ProvisionRef).min(1),
    questions: Questions,
    provenance: Provenance,
    checkedOn: Day,
  })
  .superRefine((item, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (item.online?.depth === 4 && item.trips && item.trips.count !== 0)
      refuse("trips", "online depth 4 means no trip: set trips.count to 0 or lower online.depth");
    if (item.trips && item.trips.count > 0 && !item.trips.reason)
      refuse("trips", "a trip needs its reason: add trips.reason");
    if (item.trips?.count === 0 && item.trips.reason)
      refuse("trips", "no trip, no reason: remove trips.reason");
    if (item.trips?.count === 0 && item.online && item.online.depth < 4 && !item.online.postal)
      refuse(
        "online",
        "no trip and not the whole way online: post must be possible (online.postal: true)",
      );
    if (item.fee.charged === "yes" && (!item.fee.name || item.fee.cites.length === 0))
      refuse("fee", "a fee needs its name and its basis: add fee.name and fee.cites");
    if (item.fee.charged === "no" && item.fee.cites.length === 0)
      refuse("fee", "free by which law? add fee.cites");
    if (
      item.handling === "immediate" &&
      item.statutoryLimit?.kind === "limited" &&
      !item.promisedLimit
    )
      refuse(
        "handling",
        "immediate handling needs an on-the-spot limit: set statutoryLimit.kind or promisedLimit.kind",
      );
    for (const limit of [item.statutoryLimit, item.promisedLimit])
      if (limit?.kind === "limited" && !limit.duration)
        refuse(
          "statutoryLimit",
          "a limited time needs its duration: add duration.number and duration.unit",
        );
    if (item.materials && item.materials.length > 0 && item.materialsCites.length === 0)
      refuse("materialsCites", "a list of papers needs its source: add materialsCites");
    if (item.trips && item.trips.mark === "V" && item.trips.cites.length === 0)
      refuse(
        "trips",
        "a verified number of trips needs its source: add trips.cites or lower the mark",
      );
  });
export type HandlingItem = z.infer<typeof HandlingItem>;

/** Where a visitor goes; phones and addresses of the zone are samples until the zone enters its own. */
export const Door = z.strictObject({
  name: Bilingual,
  note: Bilingual.optional(),
  provenance: Provenance,
});

export const SubItem = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: Bilingual,
  handlingItems: z.array(HandlingItem).min(1),
});

/**
 * Is anything needed at all?
 * licence | filing | registration | confirmation | report | consent: yes, of this sort.
 * abolished: it was an approval once and is none any more.
 * other-door: real, but another body's.
 * none: never was an approval.
 */
export const Need = z.enum([
  "licence",
  "filing",
  "registration",
  "confirmation",
  "report",
  "consent",
  "qualification",
  "abolished",
  "other-door",
  "none",
]);
export type Need = z.infer<typeof Need>;

/** One main item of the catalogue. */
export const ApprovalItem = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** Row of the zone's working catalogue. */
    number: z.number().int().positive(),
    name: Bilingual,
    /** Everyday names and other spellings, matched in search: data, not prose. */
    aliases: z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(2)) }),
    need: Need,
    /** The conclusion in one sentence: the first line of an answer to "do I need it?". */
    verdict: CitedStatement,
    /** Cases in which nothing, or something lighter, is needed. */
    notNeeded: z
      .array(
        z.strictObject({
          /** The case as a short clause: 只卖预包装食品. */
          when: Bilingual,
          then: CitedStatement,
          /** Words by which people describe this case. */
          words: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }),
          /** The item that applies instead, if any. */
          instead: z.string().optional(),
          mark: EvidenceMark.default("V"),
        }),
      )
      .default([]),
    authority: z.strictObject({
      /** Who decides in this zone. */
      decides: Bilingual,
      /** Who supervises afterwards. */
      supervises: Bilingual,
      level: Level,
      power: PowerSource,
      note: Bilingual.optional(),
      cites: z.array(ProvisionRef).min(1),
      mark: EvidenceMark,
    }),
    door: Door,
    /** What usually comes after this one. */
    next: z.array(CitedStatement.extend({ item: z.string().optional() })).default([]),
    /** Ids of items people confuse with this one. */
    related: z.array(z.string()).default([]),
    /** Numbers at which the answer changes: amounts, areas, days. */
    thresholds: z.array(CitedStatement.extend({ mark: EvidenceMark.default("V") })).default([]),
    /** Everyday questions about an item that has no handling items: what is abolished, another's, or nothing. */
    questions: Questions.optional(),
    subItems: z.array(SubItem).default([]),
  })
  .superRefine((item, context) => {
    const nothingToHandle = ["abolished", "other-door", "none"].includes(item.need);
    if (!nothingToHandle && item.subItems.length === 0)
      context.addIssue({
        code: "custom",
        path: ["subItems"],
        message: "an item that is needed has handling items: add subItems",
      });
    if (item.subItems.length === 0 && !item.questions)
      context.addIssue({
        code: "custom",
        path: ["questions"],
        message: "without handling items the questions stand on the item: add questions",
      });
  });
export type ApprovalItem = z.infer<typeof ApprovalItem>;

/** One file of knowledge/approval-items: the items of one department. */
export const DepartmentFile = z.strictObject({
  department: Bilingual,
  /** Two-digit code of GB/T 39554 practice: 31 market regulation, 17 construction. */
  code: z.string().regex(/^[0-9]{2}$/),
  items: z.array(ApprovalItem).min(1),
});
export type DepartmentFile = z.infer<typeof DepartmentFile>;
