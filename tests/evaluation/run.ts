/**
 * npm run evaluate: the questions over the shelf. `retrieval …` measures the index on statutes; `look-ups` plays
 * the staff commands; `boundaries` holds the shelf against numbers of the law texts; `as-of` asks of past days.
 */
const [first, ...rest] = process.argv.slice(2);

const SETS: Record<string, () => Promise<{ main(args: string[]): Promise<void> | void }>> = {
  retrieval: () => import("./retrieval.ts"),
  "look-ups": () => import("./look-ups.ts"),
  boundaries: () => import("./boundaries.ts"),
  "as-of": () => import("./as-of.ts"),
};

try {
  const named = first === undefined ? undefined : SETS[first];
  if (named) await (await named()).main(rest);
  else await (await import("./questions.ts")).main(first === undefined ? [] : [first, ...rest]);
} catch (error) {
  // A wrong argument or a missing file is told in a sentence; the trace would hide it.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
