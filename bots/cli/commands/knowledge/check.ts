import { Command } from "commander";
import {
  describeProblem,
  KnowledgeError,
  KNOWLEDGE_FOLDER,
  loadKnowledge,
} from "../../../../src/index.ts";

/** `onedoor knowledge check`: every problem of the shelf with file, line and remedy; exit code 1 if there is one. */
export function checkCommand(): Command {
  return new Command("check")
    .description("validate the knowledge files")
    .argument("[folder]", "the knowledge folder", KNOWLEDGE_FOLDER)
    .action((folder: string) => {
      try {
        const { catalogue, provisions, outside, hash } = loadKnowledge(folder);
        console.log(
          `${catalogue.items.size} items, ${catalogue.handlingItems.size} handling items, ` +
            `${provisions.size} provisions, ${outside.size} outside doors: no problem found (${hash.slice(0, 12)})`,
        );
      } catch (error) {
        if (!(error instanceof KnowledgeError)) throw error;
        for (const problem of error.problems) console.error(describeProblem(problem));
        console.error(`${error.problems.length} problem(s)`);
        process.exitCode = 1;
      }
    });
}
