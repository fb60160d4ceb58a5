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
      return shelf.linesOf(file, text)[0] ?? 0;
    },
    linesOf(file, text) {
      const lines = readFileSync(join(folder, file), "utf8").split("\n");
      return lines.flatMap((line, i) => (line.includes(text) ? [i + 1] : []));
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
  /** All lines on which a text stands, from 1. */
  linesOf(file: string, text: string): number[];
};

/** The same shelf with two rows of the list of powers and all they name. */
export function withPowers(shelf: Shelf): Shelf {
  shelf.write("organs/sample.yaml", ORGANS);
  shelf.write("authority/sample.yaml", ROWS);
  shelf.write("linkage/sample.yaml", LINKAGE);
  shelf.write("discretion/sample.yaml", TABLES);
  shelf.write("figures/sample.yaml", FIGURES);
  return shelf;
}

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

const ORGANS = `organs:
  - id: fish-bureau
    name: { zh: 渔业局, en: Fish bureau }
    aliases: { zh: [渔业], en: [fishery] }
    kind: line
    cites: [sample-law/1]
    mark: V
  - id: fish-police
    name: { zh: 渔政, en: Fish police }
    aliases: { zh: [渔政队], en: [fish patrol] }
    kind: enforcement
    cites: [sample-law/1]
    mark: V
`;

const ROWS = `entries:
  - id: fish-farming
    number: 1
    matter: { zh: 养鱼, en: Fish farming }
    aliases: { zh: [鱼塘], en: [fish pond] }
    items: [fish-licence]
    approver:
      kind: bodies
      bodies:
        - organ: fish-bureau # approves
          basis: statutory
          cites: [sample-law/1]
          mark: V
    supervisor:
      kind: bodies
      bodies:
        - organ: fish-bureau # supervises
          basis: statutory
          cites: [sample-law/1]
          mark: V
    enforcer: { kind: gap, why: { zh: 没有录入, en: not entered } }
    cases:
      - id: poaching
        when: { zh: 偷鱼, en: poaching }
        words: { zh: [偷鱼], en: [poaching] }
        enforcer:
          kind: bodies
          bodies:
            - organ: fish-police # case
              basis: statutory
              cites: [sample-law/1]
              mark: V
        says: { zh: 偷鱼归渔政。, en: Poaching is the fish police’s., cites: [sample-law/1] }
      - id: at-night
        when: { zh: 夜里, en: at night }
        words: { zh: [夜里], en: [at night] }
        enforcer: { kind: none, why: { zh: 没有这一步, en: no such step } }
        says: { zh: 夜里一样。, en: The same at night., cites: [sample-law/1] }
    legalReview: { needed: must, cites: [sample-law/1], mark: V }
    level: county
    linkage: [l1]
    basis: [sample-law/2]
    verified: false
    checkedOn: 2026-11-01
  - id: pond-noise
    number: 2
    matter: { zh: 鱼塘噪声, en: Noise of ponds }
    aliases: { zh: [鱼塘吵], en: [noisy pond] }
    approver: { kind: none, why: { zh: 没有审批, en: nothing is approved } }
    supervisor: { kind: gap, why: { zh: 没有录入, en: not entered } }
    enforcer:
      kind: designated
      by: { zh: 政府指定的部门, en: the department the government designates }
      entered: null
      cites: [sample-law/1]
      mark: V
    legalReview: { needed: case-dependent, cites: [sample-law/1], mark: V }
    level: county
    basis: [sample-law/1]
    verified: false
    checkedOn: 2026-11-01
`;

const LINKAGE = `rules:
  - id: l1
    name: { zh: 推送, en: Push }
    event: { zh: 发证, en: a licence is granted }
    from: { zh: 渔业局, en: Fish bureau }
    to: { zh: 渔政, en: Fish police }
    words: { zh: [发证后], en: [after the licence] }
    within: null
    acknowledgeWithin: null
    content: { zh: 许可, en: the licence }
    cites: [sample-law/1]
    mark: V
  - id: l2
    name: { zh: 退回, en: Return }
    event: { zh: 推错, en: a wrong push }
    from: { zh: 渔政, en: Fish police }
    to: { zh: 渔业局, en: Fish bureau }
    words: { zh: [推错], en: [wrong push] }
    within: { number: 2, unit: working-day }
    acknowledgeWithin: null
    content: { zh: 理由, en: the reason }
    cites: [sample-law/1]
    mark: V
`;

const TABLES = `tables:
  - id: no-licence
    violation: { zh: 无证养鱼, en: Fish farming without a licence }
    aliases: { zh: [没证养鱼], en: [unlicensed pond] }
    source: statute
    jurisdiction: { zh: 全国, en: national }
    authority: fish-farming
    steps:
      - when: { zh: 一般, en: ordinary }
        amounts: [{ unit: yuan, min: 100, max: 200 }]
        cites: [sample-law/1]
    mark: V
  - id: loud-pond
    violation: { zh: 鱼塘太吵, en: A loud pond }
    aliases: { zh: [吵], en: [loud] }
    source: statute
    jurisdiction: { zh: 全国, en: national }
    authority: null
    steps:
      - when: { zh: 一般, en: ordinary }
        amounts: []
        noAmount: no-fine
        cites: [sample-law/1]
    mark: V
`;

const FIGURES = `figures:
  - id: ponds-2025
    value: 12
    counts: { zh: 鱼塘, en: ponds }
    statedOn: 2025-11-01
    words: { zh: [多少鱼塘], en: [how many ponds] }
    says: { zh: 有12个鱼塘。, en: There are 12 ponds., cites: [sample-law/1] }
    mark: V
  - id: ponds-2026
    value: 13
    counts: { zh: 鱼塘, en: ponds }
    statedOn: 2026-11-01
    words: { zh: [多少鱼塘], en: [how many ponds] }
    says: { zh: 有13个鱼塘。, en: There are 13 ponds., cites: [sample-law/1] }
    mark: V
unifications:
  - id: boats
    name: { zh: 统一船, en: One boat }
    says: { zh: 船统一。, en: The boats are one., cites: [sample-law/1] }
    mark: V
  - id: nets
    name: { zh: 统一网, en: One net }
    says: { zh: 网统一。, en: The nets are one., cites: [sample-law/1] }
    mark: V
`;
