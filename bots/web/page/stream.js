/** @typedef {import("../schema.ts").Entry} Entry */

const SILENCE = 40_000;
const AGAIN = 3_000;

/**
 * Follow the conversation. The stream is opened again whenever it breaks, from the last reply seen.
 * @param {number} after seq of the last reply already drawn
 * @param {{
 *   entry: (entry: Entry) => void,
 *   working: (id: string) => void,
 *   alive: (heartbeat: { conversation: string, state: string }) => void,
 *   lost: () => void,
 * }} on
 */
export function follow(after, on) {
  /** @type {EventSource | undefined} */
  let source;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const openAgain = (/** @type {number} */ wait) => {
    clearTimeout(timer);
    timer = setTimeout(open, wait);
  };
  const lost = () => {
    on.lost();
    openAgain(source?.readyState === EventSource.CLOSED ? AGAIN : SILENCE);
  };
  const heard = (/** @type {MessageEvent} */ event) => {
    openAgain(SILENCE);
    return JSON.parse(event.data);
  };
  function open() {
    source?.close();
    source = new EventSource(`/api/events?after=${after}`);
    source.addEventListener("error", lost);
    source.addEventListener("heartbeat", (event) => on.alive(heard(event)));
    source.addEventListener("working", (event) => on.working(heard(event).id));
    source.addEventListener("entry", (event) => {
      /** @type {Entry} */
      const entry = heard(event);
      if (entry.from === "onedoor") after = Math.max(after, entry.seq);
      on.entry(entry);
    });
    openAgain(SILENCE);
  }
  // A browser opens six connections to one place: tabs that nobody sees give theirs back and catch up later.
  const openWhenSeen = () => {
    if (!document.hidden) return open();
    clearTimeout(timer);
    source?.close();
  };
  document.addEventListener("visibilitychange", openWhenSeen);
  addEventListener("online", openWhenSeen);
  openWhenSeen();
}
