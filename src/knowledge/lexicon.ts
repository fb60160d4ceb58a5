import { z } from "zod";
import { HandlingKind } from "../domain/handling-item.ts";
import { Facet } from "../domain/facet.ts";

const Words = z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) });

/** knowledge/lexicon/everyday.yaml: what people say → what the catalogue calls it. */
export const EverydayFile = z.strictObject({
  entries: z.array(z.strictObject({ words: Words, terms: Words })).min(1),
});

/** knowledge/lexicon/actions.yaml: words by which people name a handling kind. */
export const ActionsFile = z.strictObject({
  actions: z.array(z.strictObject({ kind: HandlingKind, words: Words })).min(1),
});

/** knowledge/lexicon/facets.yaml: words by which people ask about one aspect of an item. */
export const FacetsFile = z.strictObject({
  facets: z.array(z.strictObject({ facet: Facet, words: Words })).min(1),
});

/** knowledge/lexicon/talk.yaml: small talk, and the little words that steer a sentence. */
export const TalkFile = z.strictObject({
  talk: z.array(
    z.strictObject({
      kind: z.enum([
        "greeting",
        "thanks",
        "goodbye",
        "robot",
        "person",
        "what-can-you",
        "praise",
        "scold",
        "yes",
        "no",
        "cancel",
        "why",
      ]),
      anywhere: z.boolean().default(false),
      opening: z.boolean().default(false),
      words: Words,
    }),
  ),
  /** Words that carry no meaning of their own. */
  fillers: Words,
  /** Words that point back to what was said. */
  pointers: Words,
  questionWords: Words,
  /** Words that begin another question. */
  connectors: Words,
});

/** knowledge/lexicon/emergencies.yaml: what must be answered before anything else. */
export const EmergenciesFile = z.strictObject({
  emergencies: z.array(
    z.strictObject({
      id: z.string(),
      words: Words,
      says: z.strictObject({ zh: z.string(), en: z.string() }),
    }),
  ),
});

type Files = {
  everyday: z.infer<typeof EverydayFile>[];
  actions: z.infer<typeof ActionsFile>[];
  facets: z.infer<typeof FacetsFile>[];
  talk: z.infer<typeof TalkFile>[];
  emergencies: z.infer<typeof EmergenciesFile>[];
};

/** The words of all lexicon files put together. */
export type Lexicon = ReturnType<typeof buildLexicon>;

export function buildLexicon(files: Files) {
  const joined = (key: "fillers" | "pointers" | "questionWords" | "connectors") => ({
    zh: files.talk.flatMap((file) => file[key].zh),
    en: files.talk.flatMap((file) => file[key].en),
  });
  const connectors = joined("connectors");
  return {
    everyday: files.everyday.flatMap((file) => file.entries),
    actions: files.actions.flatMap((file) => file.actions),
    facets: files.facets.flatMap((file) => file.facets),
    talk: files.talk.flatMap((file) => file.talk),
    emergencies: files.emergencies.flatMap((file) => file.emergencies),
    fillers: joined("fillers"),
    pointers: joined("pointers"),
    questionWords: joined("questionWords"),
    connectors: [...connectors.zh, ...connectors.en],
  };
}
