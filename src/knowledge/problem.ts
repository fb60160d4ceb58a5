/** One thing wrong in one file, with what to do about it. */
export type Problem = { file: string; line: number; where: string; message: string };

/** The knowledge could not be loaded; the message lists every problem with file and line. */
export class KnowledgeError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problem(s) in the knowledge:\n${problems.map(describe).join("\n")}`);
    this.name = "KnowledgeError";
    this.problems = problems;
  }
}

/** One problem as a line that an editor can click: file:line where: message. */
export function describe(problem: Problem): string {
  const where = problem.where === "" ? "" : ` ${problem.where}:`;
  return `${problem.file}:${problem.line}${where} ${problem.message}`;
}
