import { z } from "zod";
import { Day } from "../../domain/citation.ts";

/** A paragraph (款) of an article with its items (项) as they are written, "（一）…" included. */
export const Paragraph = z.strictObject({ text: z.string(), items: z.array(z.string()) });
export type Paragraph = z.infer<typeof Paragraph>;

/** One article, or one section of a text without articles, or one annex: the wording of the source. */
export const Article = z.strictObject({
  /** "117", "42-1" for 之一, "S3" for section 三 of a text without articles, "A1" for the first annex. */
  number: z.string(),
  /** As it is written: 第一百一十七条, 三、, 附件1. */
  name: z.string(),
  /** Book, part, chapter and section it stands in, outermost first. */
  path: z.array(z.string()),
  paragraphs: z.array(Paragraph),
});
export type Article = z.infer<typeof Article>;

/** What the head and the last articles of a text say of it; what was not found is null, never guessed. */
export const HeaderFacts = z.strictObject({
  /** 主席令第7号, 国市监稽规〔2021〕4号. */
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  adopted: Day.nullable(),
  published: Day.nullable(),
  /** Days of amendments and revisions, in the order of the text. */
  amended: z.array(Day),
  /** The day named in "自…起施行"; of an amended law usually that of its first version. */
  effective: Day.nullable(),
  /** As the shelf writes it: 2021修正. */
  version: z.string().nullable(),
  /** Titles that this text says it repeals. */
  repeals: z.array(z.string()),
});
export type HeaderFacts = z.infer<typeof HeaderFacts>;

/** A law taken apart. */
export const ParsedLaw = z.strictObject({
  title: z.string(),
  /** The book, where a file holds only one book of a code. */
  part: z.string().nullable(),
  ...HeaderFacts.shape,
  articles: z.array(Article),
  /** Numbers between the first and the last article that the text does not have. */
  gaps: z.array(z.string()),
});
export type ParsedLaw = z.infer<typeof ParsedLaw>;

/** The whole wording of an article, paragraphs and items each on a line. */
export function wordingOf({ paragraphs }: Article): string {
  return paragraphs.flatMap(({ text, items }) => [text, ...items]).join("\n");
}
