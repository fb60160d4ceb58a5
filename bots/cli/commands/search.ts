import { Command } from "commander";
import { readSettings, searchCatalogue } from "../../../src/index.ts";

/** `onedoor search`: what the search finds, and why. */
export function searchCommand(): Command {
  return new Command("search")
    .description("what the search finds for some words")
    .argument("<text>", "everyday words")
    .option("--explain", "show every feature and what it added")
    .option("--limit <n>", "how many hits", "5")
    .option("--at <moment>", "ISO moment with offset; now when absent")
    .action((text: string, options: { explain?: boolean; limit: string; at?: string }) => {
      const { floor, hits } = searchCatalogue(readSettings(process.env), text, {
        at: options.at ?? new Date().toISOString(),
        limit: Number(options.limit),
      });
      if (hits.length === 0) console.log("nothing found");
      for (const hit of hits) {
        const claim =
          hit.confidence >= floor ? "" : "  (below the floor: nothing would be claimed)";
        console.log(
          `${hit.confidence.toFixed(3)}  ${hit.score.toFixed(2).padStart(7)}  ${hit.id}  ${hit.name}${claim}`,
        );
        if (options.explain)
          for (const { feature, source, score } of hit.why)
            console.log(`         ${score.toFixed(2).padStart(7)}  ${source.padEnd(8)} ${feature}`);
      }
    });
}
