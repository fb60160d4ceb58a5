import { z } from "zod";
import { Words } from "./case-fact.ts";
import { CitedStatement, ProvisionRef } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Jurisdiction } from "./jurisdiction.ts";
import { Bilingual } from "./language.ts";
import { RewardScheme } from "./report-reward.ts";
import { Duration } from "./time-limit.ts";

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const Marked = CitedStatement.extend({ mark: EvidenceMark.default("V") });

/** A numbered ground of the complaint rule. Only a person applies it; a bot never calls anybody malicious. */
export const HandlingGround = z.strictObject({
  id: Id,
  of: z.enum(["refuse-complaint", "end-mediation", "not-daily-consumption"]),
  number: z.number().int().positive(),
  says: Marked,
});

/** Whether a reporter must be told the result, by matter. */
export const ReplyDuty = z.strictObject({
  id: Id,
  matter: Bilingual,
  words: Words,
  /** any: every reporter; named: only one who gave a real name; none: no duty by law. */
  who: z.enum(["any", "named", "none"]),
  /** null: the law names no time. */
  within: Duration.nullable(),
  inWriting: z.boolean().default(false),
  says: Marked,
});

/** One field of a form or of an intake: what is asked, and how strictly. */
export const IntakeField = z.strictObject({
  id: Id,
  name: Bilingual,
  /** must: nothing is filed without it; on-demand: only when the authority asks; optional. */
  necessity: z.enum(["must", "on-demand", "optional"]),
  ask: Bilingual.optional(),
});

/** One of the official forms of handling complaints and reports. */
export const HandlingDocument = z.strictObject({
  id: Id,
  number: z.number().int().positive(),
  name: Bilingual,
  /** Who fills it in. */
  by: z.enum(["complainant", "reporter", "authority", "central-unit"]),
  fields: z.array(IntakeField).min(1),
  says: Marked,
});

/** What a complaint, or a report, needs at least. */
export const Intake = z.strictObject({
  kind: z.enum(["complaint", "report"]),
  fields: z.array(IntakeField).min(1),
  /** What is told before filing. */
  tells: z.array(Marked),
});

/** What a consumer may ask for. */
export const Claim = z.strictObject({ id: Id, name: Bilingual, words: Words });

/** The time a hotline of a place gives to one kind of request. */
export const HotlineLimit = z.strictObject({
  kind: z.enum([
    "enquiry",
    "help",
    "suggestion",
    "complaint-or-report",
    "urgent",
    "any",
    "redirect",
  ]),
  within: Duration.nullable(),
  extension: Duration.optional(),
  mark: EvidenceMark,
});

/** A hotline in one place. */
export const Hotline = z.strictObject({
  id: Id,
  name: Bilingual,
  jurisdiction: Jurisdiction,
  says: z.array(Marked).min(1),
  /** null within: not known for this place. */
  limits: z.array(HotlineLimit),
  mark: EvidenceMark,
});

/** A wish that is not a complaint, and where it goes. */
export const OtherRoute = z.strictObject({
  id: Id,
  words: Words,
  goesTo: Bilingual,
  says: Marked,
});

/** A number to call. What is said in danger stands in lexicon/emergencies.yaml; `emergency` is its id there. */
export const Line = z.strictObject({
  number: z.string().regex(/^\d{3,8}$/),
  name: Bilingual,
  for: Bilingual,
  emergency: Id.nullable(),
  cites: z.array(ProvisionRef).default([]),
  mark: EvidenceMark,
});

/** One file of knowledge/reports: any of its lists. */
export const ReportFile = z.strictObject({
  checkedOn: Day,
  rewards: z.array(RewardScheme).default([]),
  grounds: z.array(HandlingGround).default([]),
  replyDuties: z.array(ReplyDuty).default([]),
  documents: z.array(HandlingDocument).default([]),
  intakes: z.array(Intake).default([]),
  claims: z.array(Claim).default([]),
  hotlines: z.array(Hotline).default([]),
  routes: z.array(OtherRoute).default([]),
  lines: z.array(Line).default([]),
});
