/** npm run evaluate: `retrieval …` measures the index on statutes; anything else the questions over the shelf. */
const [first, ...rest] = process.argv.slice(2);

try {
  if (first === "retrieval") await (await import("./retrieval.ts")).main(rest);
  else await (await import("./questions.ts")).main(first === undefined ? [] : [first, ...rest]);
} catch (error) {
  // A wrong argument or a missing file is told in a sentence; the trace would hide it.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
