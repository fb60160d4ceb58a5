import type { CatalogueEntry, CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { Bilingual } from "../../domain/language.ts";
import type { GeneralRule } from "../../domain/general-rule.ts";
import type { OutsideDoor } from "../../domain/outside-door.ts";
import type { CatalogueDocument } from "../../search/catalogue-document.ts";

const both = ({ zh, en }: Bilingual) => [zh, en];
const all = (words: { zh: readonly string[]; en: readonly string[] }) => [...words.zh, ...words.en];

/** Everything a visitor may mean, as the search takes it: handling items, items and outside doors. */
export function catalogueDocuments(knowledge: Knowledge): CatalogueDocument[] {
  return [
    ...[...knowledge.catalogue.items.values()].map(itemDocument),
    ...[...knowledge.catalogue.handlingItems.values()].map(handlingDocument),
    ...[...knowledge.rules.values()].map(ruleDocument),
    ...[...knowledge.outside.values()].map(outsideDocument),
  ];
}

function itemDocument(item: CatalogueItem): CatalogueDocument {
  return {
    id: item.id,
    group: item.id,
    kind: "item",
    fields: {
      title: both(item.name),
      aliases: [...all(item.aliases), ...item.notNeeded.flatMap((exempt) => all(exempt.words))],
      questions: item.questions ? all(item.questions) : [],
      text: [
        item.verdict,
        ...item.thresholds,
        ...item.notNeeded.map((exempt) => exempt.when),
      ].flatMap(both),
    },
  };
}

function handlingDocument(entry: CatalogueEntry): CatalogueDocument {
  return {
    id: entry.id,
    group: entry.item.id,
    kind: "handling",
    action: entry.kind,
    fields: {
      title: both(entry.name),
      aliases: [],
      questions: all(entry.questions),
      text: [
        ...entry.conditions,
        ...entry.facts,
        ...(entry.materials ?? []).map((paper) => paper.name),
      ].flatMap(both),
    },
  };
}

function outsideDocument(door: OutsideDoor): CatalogueDocument {
  return {
    id: door.id,
    group: door.id,
    kind: "outside",
    fields: {
      title: both(door.name),
      aliases: all(door.words),
      questions: all(door.questions),
      text: [],
    },
  };
}

function ruleDocument(rule: GeneralRule): CatalogueDocument {
  return {
    id: rule.id,
    group: rule.id,
    kind: "item",
    fields: {
      title: both(rule.name),
      aliases: all(rule.words),
      questions: all(rule.questions),
      text: rule.says.flatMap(both),
    },
  };
}
