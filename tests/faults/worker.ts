import { appendFileSync } from "node:fs";
import { openSpine } from "../../src/conversation/spine.ts";
import type { InboundMessage } from "../../src/domain/message.ts";
import { openStore } from "../../src/store/open.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createCore } from "../../src/conversation/core.ts";
import { KNOWLEDGE } from "../support/visit.ts";

/*
 * One OneDoor process that a fault test may kill at any moment. It stores what its parent hands over and
 * says so only when it is stored; its platform is a file to which each delivered reply adds one line.
 */

const [dataDir = "", delivered = ""] = process.argv.slice(2);

const cacheDirectory = `${dataDir}/cache`;
const { take, apologise } = createCore(loadKnowledge(KNOWLEDGE, { cacheDirectory }), {
  cacheDirectory,
});
const store = await openStore({ dataDir });
const spine = await openSpine({
  database: store.database,
  zone: "test",
  apologise,
  report: () => {},
});
await spine.work(take, [
  {
    name: "platform",
    async send({ id, conversation, seq, inReplyTo, reply }) {
      appendFileSync(
        delivered,
        `${JSON.stringify({ id, conversation, seq, inReplyTo, blocks: reply.blocks })}\n`,
      );
    },
  },
]);

process.on("message", (message: InboundMessage) => {
  spine.receive(message).then(
    () => process.send?.({ stored: message.externalId }),
    () => process.send?.({ refused: message.externalId }),
  );
});
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
