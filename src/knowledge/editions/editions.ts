import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { readShelfFiles, type ShelfFiles } from "../shelf.ts";
import { syncFolder, writeDurably } from "./durable-file.ts";
import { Manifest, Pointer } from "./manifest.ts";

/** The published editions of a data directory. */
export type Editions = {
  /** What current.json says; null: nothing was ever published. @throws when it is damaged */
  pointer(): Pointer | null;
  /** Make an edition current, or the shipped shelf (null): at every moment it is the old one or the new one. */
  point(pointer: Pointer): void;
  /** Keep the files of a shelf under their hash. Doing it again changes nothing. */
  keep(shelf: ShelfFiles): void;
  /** The folder of an edition's files. @throws when it is not there, or its files are not those of its hash */
  folderOf(edition: string): string;
  manifest(edition: string): Manifest;
  writeManifest(manifest: Manifest): void;
  /** Manifests, the youngest proposal first. */
  all(): Manifest[];
  /** The one edition whose hash begins so. @throws when there is none, or several */
  find(beginning: string): Manifest;
};

export const knowledgeDirectory = (dataDir: string): string => join(dataDir, "knowledge");

export function openEditions(dataDir: string): Editions {
  const root = knowledgeDirectory(dataDir);
  const folder = (edition: string) => join(root, "editions", edition);
  const filesOf = (edition: string) => join(folder(edition), "files");
  const pointerFile = join(root, "current.json");

  const manifest = (edition: string): Manifest =>
    Manifest.parse(JSON.parse(readFileSync(join(folder(edition), "manifest.json"), "utf8")));
  const all = (): Manifest[] =>
    (existsSync(join(root, "editions")) ? readdirSync(join(root, "editions")) : [])
      .filter((name) => existsSync(join(folder(name), "manifest.json")))
      .map(manifest)
      .sort((a, b) => b.proposedAt.localeCompare(a.proposedAt));

  return {
    pointer() {
      if (!existsSync(pointerFile)) return null;
      try {
        return Pointer.parse(JSON.parse(readFileSync(pointerFile, "utf8")));
      } catch (error) {
        throw new Error(
          `${pointerFile} cannot be read: make an edition current again with onedoor knowledge rollback --to HASH --by NAME`,
          { cause: error },
        );
      }
    },
    point: (pointer) => writeDurably(pointerFile, `${JSON.stringify(pointer, null, 2)}\n`),
    keep(shelf) {
      if (existsSync(filesOf(shelf.hash))) return;
      const draft = join(root, "editions", `.${shelf.hash}.${randomUUID()}`);
      for (const [path, text] of shelf.files) writeDurably(join(draft, path), text);
      mkdirSync(folder(shelf.hash), { recursive: true });
      try {
        renameSync(draft, filesOf(shelf.hash));
      } catch (error) {
        rmSync(draft, { recursive: true, force: true });
        if (!existsSync(filesOf(shelf.hash))) throw error;
      }
      syncFolder(folder(shelf.hash));
      syncFolder(dirname(folder(shelf.hash)));
    },
    folderOf(edition) {
      const files = filesOf(edition);
      if (!existsSync(files) || readShelfFiles(files).hash !== edition)
        throw new Error(
          `the edition ${edition.slice(0, 12)} in ${folder(edition)} is missing or its files were changed: go to another one with onedoor knowledge rollback --to HASH --by NAME (or --to shipped)`,
        );
      return files;
    },
    manifest,
    writeManifest: (own) =>
      writeDurably(join(folder(own.edition), "manifest.json"), `${JSON.stringify(own, null, 2)}\n`),
    all,
    find(beginning) {
      const found = all().filter(({ edition }) => edition.startsWith(beginning.toLowerCase()));
      if (found.length === 1 && beginning.length >= 4) return found[0]!;
      throw new Error(
        found.length === 0
          ? `there is no edition ${beginning}: onedoor knowledge editions lists them`
          : `${beginning} is not enough to tell which edition is meant: write more of its hash`,
      );
    },
  };
}
