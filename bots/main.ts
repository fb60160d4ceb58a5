import {
  KnowledgeError,
  openOneDoor,
  readSettings,
  SettingsError,
  takeEnvironmentFile,
} from "../src/index.ts";
import { createWebChannel } from "./web/channel.ts";

/** Open the front door, start every channel that is configured, stop politely. */
async function main(): Promise<void> {
  takeEnvironmentFile();
  const settings = readSettings(process.env);
  const oneDoor = await openOneDoor(settings);
  const web = createWebChannel(oneDoor, {
    port: settings.PORT,
    host: settings.HOST,
    behindProxy: settings.BEHIND_PROXY,
    // A service hall or a company shares one address: ten visitors at full pace.
    limits: {
      messagesPerVisitor: settings.MESSAGES_PER_MINUTE,
      messagesPerAddress: 10 * settings.MESSAGES_PER_MINUTE,
    },
    report: (what, error) => oneDoor.log.error({ err: error }, what),
  });
  await oneDoor.serve([web]);
  await web.start();
  console.log(`OneDoor 一扇门 is open: ${web.address()}`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await web.stop();
    await oneDoor.close();
    process.exit(0);
  };
  // Started by an older Node, OneDoor ends with it.
  process.once("disconnect", () => void stop());
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
}

main().catch((error: unknown) => {
  const known =
    error instanceof SettingsError || error instanceof KnowledgeError || error instanceof Error;
  console.error(known ? error.message : error);
  process.exit(1);
});
