import type { Facet } from "../../domain/facet.ts";
import type { GeneralRule } from "../../domain/general-rule.ts";
import type { OutsideDoor } from "../../domain/outside-door.ts";
import type { CatalogueItem } from "../../knowledge/catalogue.ts";
import type { Knowledge } from "../../knowledge/load.ts";
import type { ConversationState } from "../../domain/conversation.ts";
import type { LocalRule } from "./local.ts";
import type { Statement } from "./relevant.ts";
import type { Fit, Subject } from "./subject.ts";

/** What can be said to one question. */
export type Decision =
  | AnswerDecision
  | { kind: "compare"; subjects: [Subject, Subject] }
  /** What holds for every approval. */
  | { kind: "rule"; rule: GeneralRule }
  | { kind: "outside"; door: OutsideDoor }
  /** Several matters fit, perhaps another body's among them: ask which. */
  | { kind: "which"; options: CatalogueItem[]; doors: OutsideDoor[]; facets: Facet[] }
  /** No item named at all: "我想办证". */
  | { kind: "which-matter"; facets: Facet[] }
  /** The subject is clear, the point is not in its record; perhaps elsewhere in the item's. */
  | { kind: "not-stated"; subject: Subject; relevant: Statement[] }
  /** Nothing is near enough to claim anything. */
  | { kind: "not-found"; nearest: CatalogueItem[] };

export type AnswerDecision = {
  kind: "answer";
  subject: Subject;
  facets: Facet[];
  /** The aspects were asked of something else before: the conclusion about this one is new. */
  carriedOver: boolean;
  /** The case the question describes in which less, or something else, is needed. */
  exemption: Exemption | null;
  /** The subject, or what applies instead of it: whose papers and times are told. */
  details: Subject;
  /** On which side of a threshold the visitor's own number is. */
  measured: Statement[];
  /** What the place decides about the item. */
  local: LocalRule[];
  /** What the record says on the very point. */
  relevant: Statement[];
};

export type Exemption = CatalogueItem["notNeeded"][number];

/** What a decision rests on besides the question itself. */
export type Ground = {
  state: ConversationState;
  knowledge: Knowledge;
  limits: Limits;
  fit: Fit;
};

export type Limits = {
  /** Least confidence to claim a subject. */
  floor: number;
  /** From this confidence on a subject is answered; below it the visitor is asked whether it is meant. */
  sure: number;
  /** A general rule is told from this confidence on, or as sure as an item where all else has at most such a share of its score. */
  rule: { sure: number; alone: number };
  /** A second group this near to the first (share of its score) makes the question ambiguous. */
  rival: number;
  /** The same for a matter of others beside an item, unless the item is found with this confidence. */
  rivalDoor: { share: number; unless: number };
};
