import { checkShelf, readShelfFiles, type ShelfFiles } from "../shelf.ts";
import type { Editions } from "./editions.ts";
import { nameOf, samePerson, type Manifest } from "./manifest.ts";

/** The shelf that answers now. */
export type Current = { hash: string; folder: string; edition: string | null };

/** @param shipped the folder that ships with OneDoor: what answers while nothing is published */
export function currentOf(editions: Editions, shipped: string): Current {
  const edition = editions.pointer()?.edition ?? null;
  return edition === null
    ? { hash: readShelfFiles(shipped).hash, folder: shipped, edition }
    : { hash: edition, folder: editions.folderOf(edition), edition };
}

/**
 * Freeze a shelf as an edition that waits for a second person.
 * @param shelf checked and linted by the caller
 * @throws when it is what answers already
 */
export function propose(
  editions: Editions,
  current: Current,
  shelf: ShelfFiles,
  { by, note, at }: { by: string; note: string; at: string },
): Manifest {
  if (shelf.hash === current.hash)
    throw new Error(
      `this shelf (${shelf.hash.slice(0, 12)}) is what answers already: change something first`,
    );
  checkShelf(shelf);
  editions.keep(shelf);
  const manifest: Manifest = {
    v: 1,
    edition: shelf.hash,
    base: current.hash,
    baseIsEdition: current.edition !== null,
    proposedBy: nameOf(by),
    proposedAt: at,
    note,
    approvedBy: null,
    approvedAt: null,
  };
  editions.writeManifest(manifest);
  return manifest;
}

/**
 * Let a proposed edition in: it is current when this returns.
 * @param ready called with its folder before it becomes current: whatever throws there keeps the old one
 * @throws when the same person proposed it, or something else became current since
 */
export function approve(
  editions: Editions,
  current: Current,
  beginning: string,
  { by, at, ready }: { by: string; at: string; ready(folder: string): void },
): Manifest {
  const manifest = editions.find(beginning);
  const name = nameOf(by);
  const short = manifest.edition.slice(0, 12);
  if (manifest.edition === current.hash) throw new Error(`${short} is current already`);
  if (samePerson(manifest.proposedBy, name))
    throw new Error(
      `${manifest.proposedBy} proposed ${short}: another person has to approve it (--by OTHER)`,
    );
  if (manifest.base !== current.hash)
    throw new Error(
      `${short} was proposed when ${manifest.base.slice(0, 12)} was current, now it is ${current.hash.slice(0, 12)}: ` +
        "look at onedoor knowledge diff, and propose it again",
    );
  ready(editions.folderOf(manifest.edition));
  const approved = { ...manifest, approvedBy: name, approvedAt: at };
  editions.writeManifest(approved);
  editions.point({ v: 1, edition: manifest.edition, since: at, by: name, how: "approve" });
  return approved;
}

/**
 * Go back to the edition before, or to a named one.
 * @param to beginning of a hash, or "shipped"; absent: what the current edition was made from
 * @returns the edition that is current now; null: the shelf that ships with OneDoor
 */
export function rollBack(
  editions: Editions,
  to: string | undefined,
  { by, at }: { by: string; at: string },
): string | null {
  const name = nameOf(by);
  const target = to === undefined ? editionBefore(editions) : named(editions, to);
  if (target !== null) editions.folderOf(target);
  editions.point({ v: 1, edition: target, since: at, by: name, how: "rollback" });
  return target;
}

function editionBefore(editions: Editions): string | null {
  const current = editions.pointer()?.edition ?? null;
  if (current === null)
    throw new Error(
      "the shelf that ships with OneDoor is current, there is nothing before it: name an edition with --to HASH",
    );
  const { base, baseIsEdition } = editions.manifest(current);
  return baseIsEdition ? base : null;
}

function named(editions: Editions, to: string): string | null {
  if (to === "shipped") return null;
  const { edition, approvedBy } = editions.find(to);
  if (approvedBy !== null) return edition;
  throw new Error(
    `${edition.slice(0, 12)} was proposed and never approved: approve it with onedoor knowledge publish --approve ${edition.slice(0, 12)} --by OTHER`,
  );
}
