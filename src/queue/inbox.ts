import { startFetcher, type Fetcher, type FetcherSettings } from "./fetcher.ts";
import { INBOX } from "./queue.ts";

/** Turns at the same time in one process; each holds one connection while it thinks. */
const SIDE_BY_SIDE = 8;

/** Takes conversations that wait for a turn. One turn at a time per conversation; conversations side by side. */
export function startInbox(
  settings: Pick<FetcherSettings, "queue" | "work" | "report"> & { sideBySide?: number },
): Fetcher {
  return startFetcher({
    name: INBOX,
    ...settings,
    sideBySide: settings.sideBySide ?? SIDE_BY_SIDE,
  });
}
