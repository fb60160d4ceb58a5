import { z } from "zod";
import { EvidenceMark } from "./citation.ts";
import { CitedStatement, ProvisionRef } from "./cited-statement.ts";
import { EarlierRecord } from "./earlier-record.ts";
import { HandlingItem, Provenance, Questions } from "./handling-item.ts";
import { Bilingual } from "./language.ts";
import { Threshold } from "./threshold.ts";

/*
 * The element set follows GB/T 39554.2-2020 (implementing list of government-service items) with its
 * three steps: main item, sub-item, handling item. Limits and flags belong to the handling item.
 */

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
    thresholds: z.array(Threshold).default([]),
    /** Everyday questions about an item that has no handling items: what is abolished, another's, or nothing. */
    questions: Questions.optional(),
    subItems: z.array(SubItem).default([]),
    /** How the record read on earlier days, youngest first. */
    earlier: z.array(EarlierRecord).default([]),
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
