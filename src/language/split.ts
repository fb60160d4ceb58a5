const SENTENCE_END = /(?<=[。！？!?；;\n])/u;
const ENGLISH_STOP = /(?<=[a-z]\.)\s+/;

/**
 * The sentences of a text, none empty.
 * @param connectors words that begin another question: 另外, 顺便问, also
 */
export function splitSentences(text: string, connectors: readonly string[]): string[] {
  const marked = connectors.reduce((marks, word) => marks.replaceAll(word, `\n${word}`), text);
  return marked
    .split(SENTENCE_END)
    .flatMap((part) => part.split(ENGLISH_STOP))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** The clauses of a sentence, cut at commas. */
export function splitClauses(sentence: string): string[] {
  return sentence
    .split(/[,，]/u)
    .map((clause) => clause.trim())
    .filter(Boolean);
}
