import { z } from "zod";
import { CitedStatement, ProvisionRef } from "./cited-statement.ts";
import { Day, EvidenceMark } from "./citation.ts";
import { Bilingual } from "./language.ts";

/**
 * On what a body's power rests. statutory 法定: the law names it; concentrated-licence 集中许可 (Licensing
 * Law art. 25); concentrated-penalty 相对集中 (Penalty Law art. 18); devolved 下放; entrusted 委托;
 * designated 指定: the law leaves it to the department that the local government names.
 */
export const PowerBasis = z.enum([
  "statutory",
  "concentrated-licence",
  "concentrated-penalty",
  "devolved",
  "entrusted",
  "designated",
  "unknown",
]);
export type PowerBasis = z.infer<typeof PowerBasis>;

export const AuthorityLevel = z.enum([
  "national",
  "province",
  "city",
  "county",
  "zone",
  "vertical",
  "split",
]);

/** One body in one of the roles, with what its power rests on. */
export const Role = z.strictObject({
  organ: z.string(),
  basis: PowerBasis,
  /** Only for a part of the matter: 食品安全由市监, 占道由城管. */
  part: Bilingual.optional(),
  cites: z.array(ProvisionRef).min(1),
  mark: EvidenceMark,
});
export type Role = z.infer<typeof Role>;

/**
 * Roles as they stand for one matter.
 * bodies: named; none: the matter has no such step (nothing is approved), and why;
 * designated: the law leaves it to the department that the local government names, and the zone has not
 * entered it; gap: nobody is known, stated so that it can be filled.
 */
export const RoleHolders = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("bodies"), bodies: z.array(Role).min(1) }),
  z.strictObject({
    kind: z.literal("none"),
    why: Bilingual,
  }),
  z.strictObject({
    kind: z.literal("designated"),
    /** Who names it. */
    by: Bilingual,
    /** The department once the zone has entered it: an organ id. */
    entered: z.string().nullable(),
    cites: z.array(ProvisionRef).min(1),
    mark: EvidenceMark,
  }),
  z.strictObject({ kind: z.literal("gap"), why: Bilingual }),
]);
export type RoleHolders = z.infer<typeof RoleHolders>;

/** A case of the matter for which another body, or another article, is right: 无证零售, 渠道外进货. */
export const AuthorityCase = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  when: Bilingual,
  /** Words by which the case is recognised; official and everyday. */
  words: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }),
  enforcer: RoleHolders,
  says: CitedStatement,
  mark: EvidenceMark.default("V"),
});
export type AuthorityCase = z.infer<typeof AuthorityCase>;

/** One row of the list of powers and duties 权责清单: who approves, supervises, enforces one matter. */
export const AuthorityEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  /** Row of the working list. */
  number: z.number().int().positive(),
  matter: Bilingual,
  /** Everyday names of the matter and of what goes wrong in it. */
  aliases: z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(2)) }),
  /** Ids of approval items this row stands for. */
  items: z.array(z.string()).default([]),
  approver: RoleHolders,
  supervisor: RoleHolders,
  enforcer: RoleHolders,
  cases: z.array(AuthorityCase).default([]),
  legalReview: z.strictObject({
    /** must: acts of this matter typically need it; case-dependent; own: the vertical body's own review. */
    needed: z.enum(["must", "case-dependent", "own"]),
    cites: z.array(ProvisionRef).min(1),
    mark: EvidenceMark,
  }),
  level: AuthorityLevel,
  /** Ids of linkage rules that apply: l1 … l6. */
  linkage: z.array(z.string()).default([]),
  /** Where the boundary is contested or usually mistaken. */
  conflict: CitedStatement.extend({ mark: EvidenceMark.default("V") }).optional(),
  /** Known trap: the intuitive body is the wrong one. */
  trap: z.boolean().default(false),
  basis: z.array(ProvisionRef).min(1),
  /** Whether the zone has confirmed this row; a model allocation is not. */
  verified: z.boolean(),
  validFrom: Day.nullable().default(null),
  validTo: Day.nullable().default(null),
  checkedOn: Day,
});
export type AuthorityEntry = z.infer<typeof AuthorityEntry>;

/** One file of knowledge/authority. */
export const AuthorityFile = z.strictObject({ entries: z.array(AuthorityEntry).min(1) });
