import type { z } from "zod";
import type { Package, PackageFact, PackageFile, PackageRecord } from "../domain/package.ts";

type File = z.infer<typeof PackageFile>;

/** @returns packages by id, each with its facts in full */
export function buildPackages(files: readonly File[]): Map<string, Package> {
  const shared = sharedFacts(files);
  return new Map(
    files
      .flatMap((file) => file.packages)
      .map((pack) => [pack.id, { ...pack, facts: factsOf(pack, shared) }]),
  );
}

/** Facts that several packages ask, by id. */
export function sharedFacts(files: readonly File[]): Map<string, PackageFact> {
  return new Map(files.flatMap((file) => file.facts).map((fact) => [fact.id, fact]));
}

/** The facts of a package in full; an id that stands nowhere is left out (the check refuses it). */
export function factsOf(
  { facts }: PackageRecord,
  shared: ReadonlyMap<string, PackageFact>,
): PackageFact[] {
  return facts.flatMap((fact) => (typeof fact === "string" ? (shared.get(fact) ?? []) : [fact]));
}
