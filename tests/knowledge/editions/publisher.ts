import { openEditions } from "../../../src/knowledge/editions/editions.ts";
import { approve, currentOf, propose } from "../../../src/knowledge/editions/publish.ts";
import { hashOfFiles, readShelfFiles } from "../../../src/knowledge/shelf.ts";

/*
 * A process that publishes one edition after the other until it is killed: two states of a law, in turn.
 */

const [dataDir = "", shipped = "", draft = ""] = process.argv.slice(2);
const LAW = "provisions/sample-law.yaml";
const editions = openEditions(dataDir);
const { files } = readShelfFiles(draft);
const shelves = ["one", "two"].map((version) => {
  const text = files.get(LAW)!.replace(/version: .*/, `version: ${version}`);
  const changed = new Map([...files, [LAW, text]]);
  return { files: changed, hash: hashOfFiles(changed) };
});

process.send?.("ready");
for (;;)
  for (const shelf of shelves) {
    const at = new Date().toISOString();
    if (shelf.hash === currentOf(editions, shipped).hash) continue;
    propose(editions, currentOf(editions, shipped), shelf, { by: "王某", note: "", at });
    approve(editions, currentOf(editions, shipped), shelf.hash, {
      by: "李某",
      at,
      ready: () => {},
    });
  }
