import { z } from "zod";
import { Day, EvidenceMark } from "./citation.ts";
import { CitedStatement, ProvisionRef } from "./cited-statement.ts";
import { Bilingual } from "./language.ts";
import { Duration, TimeLimit, Window } from "./time-limit.ts";

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

/** Where a record comes from: the law itself, a published page, or made up as a sample. */
export const Provenance = z.enum(["law", "page", "sample"]);

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
