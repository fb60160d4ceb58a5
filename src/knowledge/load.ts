import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { DepartmentFile } from "../domain/approval-item.ts";
import { OutsideDoorFile, type OutsideDoor } from "../domain/outside-door.ts";
import { Law } from "../domain/provision.ts";
import { buildCatalogue, type Catalogue } from "./catalogue.ts";
import { findInconsistencies } from "./consistency.ts";
import { ActionsFile, EmergenciesFile, EverydayFile, FacetsFile, TalkFile, type Lexicon } from "./lexicon.ts";
import { KnowledgeError, type Problem } from "./problem.ts";
import { buildProvisions, type Provisions } from "./provisions.ts";
import { blanksOf, speaker, type Wording, WordingFile } from "./wording.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

/** Everything OneDoor knows, validated; never changed while running. */
export type Knowledge = {
  /** SHA-256 over all files: the same hash is the same knowledge. */
  hash: string;
  catalogue: Catalogue;
  provisions: Provisions;
  outside: Map<string, OutsideDoor>;
  lexicon: Lexicon;
  wording: Wording;
};

/**
 * Load and check the whole shelf.
 * @param folder the knowledge folder
 * @throws KnowledgeError with every problem, its file, line and remedy: nothing is loaded by halves
 */
export function loadKnowledge(folder: string): Knowledge {
  const problems: Problem[] = [];
  const hash = createHash("sha256");
  const readAll = <S extends z.ZodType>(part: string, schema: S): YamlFile<z.output<S>>[] =>
    yamlFilesIn(folder, part).flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      hash.update(file).update("\0").update(text).update("\0");
      const result = readYaml(file, text, schema);
      if (result.ok) return [result.read];
      problems.push(...result.problems);
      return [];
    });

  const departments = readAll("approval-items", DepartmentFile);
  const laws = readAll("provisions", Law);
  const outside = readAll("outside", OutsideDoorFile);
  const everyday = readAll("lexicon/everyday", EverydayFile);
  const actions = readAll("lexicon/actions", ActionsFile);
  const facets = readAll("lexicon/facets", FacetsFile);
  const talk = readAll("lexicon/talk", TalkFile);
  const emergencies = readAll("lexicon/emergencies", EmergenciesFile);
  const wordings = readAll("wording", WordingFile);

  // References into a file that could not be read would only repeat its problems.
  if (problems.length === 0) problems.push(...findInconsistencies({ departments, laws, outside }));
  problems.push(...differentSentences(wordings));
  if (problems.length > 0) throw new KnowledgeError(problems);

  return {
    hash: hash.digest("hex"),
    catalogue: buildCatalogue(departments.map((read) => read.value)),
    provisions: buildProvisions(laws.map((read) => read.value)),
    outside: new Map(outside.flatMap((read) => read.value.doors).map((door) => [door.id, door])),
    lexicon: {
      everyday: everyday.flatMap((read) => read.value.entries),
      actions: actions.flatMap((read) => read.value.actions),
      facets: facets.flatMap((read) => read.value.facets),
      ...littleWords(talk.map((read) => read.value)),
      emergencies: emergencies.flatMap((read) => read.value.emergencies),
    },
    wording: { zh: speaker(sentencesOf(wordings, "zh")), en: speaker(sentencesOf(wordings, "en")) },
  };
}

function littleWords(files: readonly z.infer<typeof TalkFile>[]) {
  const joined = (key: "fillers" | "pointers" | "questionWords" | "connectors") => ({
    zh: files.flatMap((file) => file[key].zh),
    en: files.flatMap((file) => file[key].en),
  });
  const connectors = joined("connectors");
  return {
    talk: files.flatMap((file) => file.talk),
    fillers: joined("fillers"),
    pointers: joined("pointers"),
    questionWords: joined("questionWords"),
    connectors: [...connectors.zh, ...connectors.en],
  };
}

/** Files of one part: a folder of files, or "lexicon/everyday" for the files of that name. */
function yamlFilesIn(folder: string, part: string): string[] {
  const [directory, stem] = part.split("/");
  const names = readdirSync(join(folder, directory!), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".yaml") && (stem === undefined || name.startsWith(stem)))
    .sort()
    .map((name) => `${directory}/${name}`);
}

function sentencesOf(files: readonly YamlFile<z.infer<typeof WordingFile>>[], lang: "zh" | "en"): z.infer<typeof WordingFile> {
  return Object.assign({}, ...files.filter(({ file }) => file.endsWith(`${lang}.yaml`)).map(({ value }) => value));
}

/** Both languages say the same sentences with the same blanks. */
function differentSentences(files: readonly YamlFile<z.infer<typeof WordingFile>>[]): Problem[] {
  return files.flatMap((read) => {
    const other = sentencesOf(files, read.file.endsWith("zh.yaml") ? "en" : "zh");
    return Object.entries(read.value)
      .filter(([key, sentence]) => blanksOf(other[key] ?? "{none}") !== blanksOf(sentence))
      .map(([key]) => ({
        file: read.file,
        line: read.lineOf([key]),
        where: key,
        message: "the other language has no such sentence or other blanks: write it there too",
      }));
  });
}
