/** What is written for machines says nothing of what a person wants: tags, targets of links, addresses, keys of a record. */
const FOR_MACHINES = [
  /<[^<>]{0,200}>/g,
  /\]\([^()\s]*\)/g,
  /\bhttps?:\/\/\S+/gi,
  /"[a-z_]{1,30}"\s*:/gi,
];
/** Accents on Latin letters; Chinese has none. */
const ACCENTS = /(?<=\p{Script=Latin})\p{M}+/gu;

/** @returns the text without markup, addresses and decorations, as a person would read it aloud */
export function readable(text: string): string {
  const plain = FOR_MACHINES.reduce((rest, pattern) => rest.replaceAll(pattern, " "), text);
  return plain.normalize("NFD").replaceAll(ACCENTS, "").normalize("NFC");
}
