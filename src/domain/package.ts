import { z } from "zod";
import { CitedStatement, ProvisionRef } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Condition } from "./condition.ts";
import { Questions } from "./handling-item.ts";
import { Bilingual } from "./language.ts";

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const Words = z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) });

/** Something about the applicant on which steps depend, and how it is asked. */
export const PackageFact = z.strictObject({
  id: Id,
  /** What it is called where it is told back: 面积. */
  name: Bilingual,
  kind: z.enum(["number", "yes-no", "choice"]),
  /** Unit of a number as people say it: 平方米, 间, 人. */
  unit: Bilingual.optional(),
  /** Words behind a number that tell it is this one: 平, 平米, square metres. */
  units: Words.optional(),
  /** Words in front of a number that tell it is this one: 面积, area. */
  called: Words.optional(),
  /** Units that hold several of `unit`: a number in 万元 counts 10,000 times. */
  times: z.record(z.string(), z.number().positive()).default({}),
  /** How many of `unit` a bare number counts when it answers our question. */
  bare: z.number().positive().default(1),
  ask: Bilingual,
  /** Words that say yes, and words that say no. */
  yes: Words.optional(),
  no: Words.optional(),
  options: z.array(z.strictObject({ id: Id, label: Bilingual, words: Words })).optional(),
});
export type PackageFact = z.infer<typeof PackageFact>;

/** One step: a handling item, an item, or another body's door, and what must be done before it. */
export const PackageStep = z.strictObject({
  id: Id,
  /** Id of a handling item, an item, or an outside door; null: a step that is none of these (a utility's, a contract). */
  does: z.string().nullable(),
  /** Needed where `does` is null, else only to say it shorter. */
  name: Bilingual.optional(),
  /** Ids of steps that must be finished first. */
  after: z.array(Id).default([]),
  /** Absent: always needed. */
  when: Condition.optional(),
  /** No step but a bar: where its condition holds, it cannot be done this way. */
  bars: z.boolean().default(false),
  /** The condition in words: "面积300平方米以上的". Needed with `when`. */
  whenWords: Bilingual.optional(),
  /** What to know about this step in this package. */
  note: Bilingual.optional(),
  cites: z.array(ProvisionRef).min(1),
  mark: EvidenceMark.default("V"),
});
export type PackageStep = z.infer<typeof PackageStep>;

/** A paper that several steps ask for and that is handed in once. */
export const SharedMaterial = z.strictObject({ name: Bilingual, steps: z.array(Id).min(2) });

/** One thing 一件事 as editors write it: everything an undertaking needs, in its order. */
export const PackageRecord = z
  .strictObject({
    id: Id,
    name: Bilingual,
    aliases: Words,
    /** The handling item by which most people know it; null: there is no such one. */
    main: z.string().nullable().default(null),
    /** What it comes to, in one or two sentences. */
    says: CitedStatement,
    /** Each written here, or the id of one that several packages ask. */
    facts: z.array(z.union([Id, PackageFact])),
    steps: z.array(PackageStep).min(2),
    /** What else to know of the whole. */
    heeds: z.array(CitedStatement.extend({ mark: EvidenceMark.default("V") })).default([]),
    shared: z.array(SharedMaterial).default([]),
    questions: Questions,
    mark: EvidenceMark,
    checkedOn: Day,
  })
  .superRefine((pack, context) => {
    pack.steps.forEach((step, i) => {
      const refuse = (field: string, message: string) =>
        context.addIssue({ code: "custom", path: ["steps", i, field], message });
      if (step.bars && !step.when) refuse("when", "a bar needs its condition");
      if (step.when && !step.whenWords) refuse("whenWords", "say the condition in words too");
      if (step.does === null && !step.name) refuse("name", "a step that is no item needs its name");
    });
  });
export type PackageRecord = z.infer<typeof PackageRecord>;

/** A package with the facts it asks, each in full. */
export type Package = Omit<PackageRecord, "facts"> & { facts: PackageFact[] };

/** One file of knowledge/packages: packages, or the facts that several of them ask. */
export const PackageFile = z.strictObject({
  facts: z.array(PackageFact).default([]),
  packages: z.array(PackageRecord).default([]),
});
