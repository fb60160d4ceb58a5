import { z } from "zod";

const Moment = z.iso.datetime({ offset: true });

/** Who proposed an edition, who let it in, and what it came from. Stands beside its files. */
export const Manifest = z.strictObject({
  v: z.literal(1),
  /** Content hash of the files: the edition's name. */
  edition: z.string().regex(/^[0-9a-f]{64}$/),
  /** The hash of what was current when it was proposed. */
  base: z.string(),
  /** Whether that was an edition, or the shelf that ships with OneDoor. */
  baseIsEdition: z.boolean(),
  proposedBy: z.string(),
  proposedAt: Moment,
  note: z.string(),
  approvedBy: z.string().nullable(),
  approvedAt: Moment.nullable(),
});
export type Manifest = z.infer<typeof Manifest>;

/** Which edition is current, since when, and by whose hand. edition null: the shelf that ships with OneDoor. */
export const Pointer = z.strictObject({
  v: z.literal(1),
  edition: z.string().nullable(),
  since: Moment,
  by: z.string(),
  how: z.enum(["approve", "rollback"]),
});
export type Pointer = z.infer<typeof Pointer>;

/** Two spellings of one name are one person. */
export function samePerson(a: string, b: string): boolean {
  const bare = (name: string) => name.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();
  return bare(a) === bare(b);
}

/** @throws when no name is left */
export function nameOf(by: string): string {
  const name = by.trim();
  if (name === "") throw new Error("say who you are: --by NAME");
  return name;
}
