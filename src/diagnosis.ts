import { access, constants, mkdir, statfs } from "node:fs/promises";
import { connect } from "node:net";
import type { Settings } from "./config.ts";
import { KnowledgeError } from "./knowledge/problem.ts";
import { knowledgeOf } from "./knowledge/load.ts";
import type { ShelfFiles } from "./knowledge/shelf.ts";
import { openStore } from "./store/open.ts";

/** One thing that was looked at; remedy says what to do when it is not well. */
export type Finding = {
  what: string;
  state: "well" | "unset" | "unwell";
  says: string;
  remedy?: string;
};

const LEAST_ROOM = 200 * 1024 * 1024;

/** Look at everything OneDoor needs, and say what to do next. Never throws: what fails is a finding. */
export async function diagnose(
  settings: Settings,
  currentShelf: () => ShelfFiles,
): Promise<Finding[]> {
  return [
    node(),
    await dataDirectory(settings.dataDir),
    knowledge(currentShelf),
    await database(settings),
    await port(settings),
    optional("Telegram", settings.TELEGRAM_BOT_TOKEN, "TELEGRAM_BOT_TOKEN"),
    optional("Slack", settings.SLACK_BOT_TOKEN, "SLACK_BOT_TOKEN"),
    optional(
      "language model",
      settings.OPENAI_BASE_URL ?? settings.OPENAI_API_KEY,
      "OPENAI_BASE_URL and OPENAI_API_KEY",
    ),
  ];
}

function node(): Finding {
  const [major, minor] = process.versions.node.split(".").map(Number) as [number, number];
  const well = major > 24 || (major === 24 && minor >= 12);
  return well
    ? { what: "Node", state: "well", says: process.version }
    : {
        what: "Node",
        state: "unwell",
        says: process.version,
        remedy:
          "start with npm (npm start, npm run onedoor): it uses the Node 24 that npm ci installed",
      };
}

async function dataDirectory(directory: string): Promise<Finding> {
  const what = "data directory";
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
    const { bavail, bsize } = await statfs(directory);
    const free = bavail * bsize;
    const says = `${directory}, ${Math.round(free / 1024 / 1024)} MB free`;
    return free > LEAST_ROOM
      ? { what, state: "well", says }
      : {
          what,
          state: "unwell",
          says,
          remedy: "free some disk, or set DATA_DIR to a disk with room",
        };
  } catch (error) {
    return {
      what,
      state: "unwell",
      says: (error as Error).message,
      remedy: "set DATA_DIR to a folder that this user may write to",
    };
  }
}

function knowledge(currentShelf: () => ShelfFiles): Finding {
  const what = "knowledge";
  try {
    const { catalogue, provisions, hash } = knowledgeOf(currentShelf());
    return {
      what,
      state: "well",
      says: `${catalogue.items.size} items, ${catalogue.handlingItems.size} handling items, ${provisions.size} provisions (${hash.slice(0, 12)})`,
    };
  } catch (error) {
    const says =
      error instanceof KnowledgeError
        ? `${error.problems.length} problem(s)`
        : (error as Error).message;
    return {
      what,
      state: "unwell",
      says,
      remedy: "run `npm run onedoor -- knowledge check` and mend what it names",
    };
  }
}

async function database(settings: Settings): Promise<Finding> {
  const what = "database";
  try {
    const store = await openStore({
      databaseUrl: settings.DATABASE_URL,
      dataDir: settings.dataDir,
    });
    const [row] = await store.database.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    await store.close();
    const kind =
      settings.DATABASE_URL === undefined
        ? "bundled PostgreSQL"
        : "PostgreSQL at DATABASE_URL, version";
    return { what, state: "well", says: `${kind} ${row!.version}, at this version's schema` };
  } catch (error) {
    return {
      what,
      state: "unwell",
      says: (error as Error).message,
      remedy: "follow the sentence above, or set DATABASE_URL to another PostgreSQL (15 or newer)",
    };
  }
}

async function port({ HOST, PORT }: Settings): Promise<Finding> {
  const taken = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: HOST, port: PORT, timeout: 1_000 });
    socket
      .once("connect", () => resolve(true))
      .once("error", () => resolve(false))
      .once("timeout", () => resolve(false));
    socket.once("close", () => socket.destroy());
  });
  const says = `http://${HOST}:${PORT}/ is ${taken ? "in use: OneDoor or another program answers there" : "free"}`;
  return { what: "web page", state: "well", says };
}

function optional(what: string, value: string | undefined, names: string): Finding {
  return value === undefined
    ? { what, state: "unset", says: `not configured (${names}); nothing is missing without it` }
    : { what, state: "unset", says: "configured; this version does not use it yet" };
}
