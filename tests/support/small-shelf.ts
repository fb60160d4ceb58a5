import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { KNOWLEDGE } from "./visit.ts";

/** The words of the shipped shelf with one department and two laws: small enough to break in one place. */
export function smallShelf(): Shelf {
  const folder = mkdtempSync(join(tmpdir(), "onedoor-shelf-"));
  for (const part of [
    "wording/zh.yaml",
    "wording/en.yaml",
    "lexicon/talk.yaml",
    "lexicon/glossary.yaml",
  ])
    cpSync(join(KNOWLEDGE, part), join(folder, part));
  for (const part of ["outside", "questions"]) mkdirSync(join(folder, part));
  const shelf: Shelf = {
    folder,
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    change(file, from, to) {
      const before = readFileSync(join(folder, file), "utf8");
      if (!before.includes(from)) throw new Error(`${file} does not contain ${from}`);
      writeFileSync(join(folder, file), before.replace(from, to));
    },
    read: (file) => readFileSync(join(folder, file), "utf8"),
    lineOf(file, text) {
      return (
        readFileSync(join(folder, file), "utf8")
          .split("\n")
          .findIndex((line) => line.includes(text)) + 1
      );
    },
  };
  shelf.write("provisions/sample-law.yaml", LAW);
  shelf.write("approval-items/sample.yaml", ITEMS);
  return shelf;
}

export type Shelf = {
  folder: string;
  write(file: string, text: string): void;
  change(file: string, from: string, to: string): void;
  read(file: string): string;
  /** The line on which a text first stands, from 1. */
  lineOf(file: string, text: string): number;
};

const LAW = `id: sample-law
title: 示例法
titleEn: Sample Law
kind: law
issuer: 示例机关
number: null
version: 2025公布
validFrom: 2025-01-01
validTo: null
replacedBy: null
checkedOn: 2026-11-01
source: made for tests
provisions:
  - article: "1"
    says: { zh: 养鱼要先取得许可。, en: Fish farming needs a licence first. }
    mark: V
  - article: "2"
    says: { zh: 受理之日起20个工作日内决定。, en: A decision within 20 working days of acceptance. }
    mark: V
`;

const ITEMS = `department: { zh: 示例部门, en: Sample department }
code: "20"
items:
  - id: fish-licence
    number: 1
    name: { zh: 养鱼许可, en: Fish farming licence }
    aliases: { zh: [鱼证], en: [fish permit] }
    need: licence
    verdict: { zh: 养鱼要办许可。, en: Fish farming needs a licence., cites: [sample-law/1] }
    authority:
      decides: { zh: 示例机关, en: Sample authority }
      supervises: { zh: 示例部门, en: Sample department }
      level: county
      power: own
      cites: [sample-law/1]
      mark: V
    door:
      name: { zh: 示例窗口（示例）, en: Sample window (sample) }
      provenance: sample
    related: []
    subItems:
      - id: fish-licence
        name: { zh: 养鱼许可, en: Fish farming licence }
        handlingItems:
          - id: fish-licence.new
            kind: new
            name: { zh: 养鱼许可（新办）, en: New fish farming licence }
            handling: promised
            statutoryLimit:
              kind: limited
              duration: { number: 20, unit: working-day }
              from: acceptance
              cites: [sample-law/2]
              mark: V
            promisedLimit: null
            materials: null
            trips: null
            online: null
            fee: { charged: unknown, cites: [], mark: U }
            result: null
            validity: null
            basis: [sample-law/1]
            questions:
              zh: [我想挖个塘养鱼, 养鱼要办啥手续, 鱼塘开张前找谁批, 俺家池子养鲤鱼得不得报, 多久能批养鱼]
              en: [Do I need a permit to farm fish, How long for a fish pond licence]
            provenance: law
            checkedOn: 2026-11-01
`;
