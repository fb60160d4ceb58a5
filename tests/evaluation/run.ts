/** npm run evaluate: `retrieval …` measures the index on statutes; anything else the questions over the shelf. */
const [first, ...rest] = process.argv.slice(2);

if (first === "retrieval") {
  const { main } = await import("./retrieval.ts");
  await main(rest);
} else {
  const questions = "./questions.ts";
  const { main } = (await import(questions)) as { main(args: string[]): Promise<void> };
  await main(first === undefined ? [] : [first, ...rest]);
}
