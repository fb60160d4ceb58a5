import { language, startAppearance } from "./appearance.js";
import { readHistory } from "./calls.js";
import { startComposer, takeBack } from "./composer.js";
import { createConversation } from "./conversation.js";
import { find } from "./element.js";
import { announce, notice } from "./notice.js";
import { startPrinting } from "./printing.js";
import { toEnd } from "./scroll.js";
import { follow } from "./stream.js";
import { createSender, newId, unsent } from "./unsent.js";
import { showFailure, showState } from "./visitor.js";
import { word } from "./words.js";

/** @typedef {import("./calls.js").Unsent} Unsent */
/** @typedef {import("./calls.js").Sending} Sending */

const TRY_AGAIN = 3_000;
const conversation = createConversation(choose);
const sender = createSender(sent);
/** @type {string | null} */
let name = null;

/** @param {string} text */
function say(text) {
  const message = { id: newId(), text, lang: language(), at: new Date().toISOString() };
  const drawn = conversation.write(message, "sending");
  announce("sending");
  sender.add(message);
  return drawn;
}

/**
 * The pressed button is gone; the focus goes where the reader goes on.
 * @param {string} text
 */
function choose(text) {
  say(text).focus({ preventScroll: true });
}

/**
 * @param {Unsent} message
 * @param {Sending} sending
 */
function sent(message, sending) {
  const drawn = conversation.find(message.id);
  notice("slowDown", sending.outcome === "later" && sending.tooFast);
  if (sending.outcome === "stored") {
    if (drawn) showState(drawn, "stored");
    announce("stored");
    conversation.expect(message.id);
    checkConversation(sending.conversation);
  } else if (sending.outcome === "refused") {
    if (drawn) showFailure(drawn, sending.why[language()], () => editAgain(message));
    announce("failed");
  } else {
    if (drawn) showState(drawn, "waiting");
    announce("waiting");
    if (sending.seconds === null) notice("offline", true);
    else if (!sending.tooFast) notice("trouble", true);
  }
}

/** @param {Unsent} message */
function editAgain({ id, text }) {
  conversation.remove(id);
  takeBack(text);
}

/**
 * Two tabs opened at the very first visit may each have been given a cookie; the last one counts.
 * @param {string} current
 */
function checkConversation(current) {
  if (name !== null && name !== current) location.reload();
  name = current;
}

async function open() {
  const history = await readHistory();
  if (!history) {
    notice(navigator.onLine ? "trouble" : "offline", true);
    setTimeout(open, TRY_AGAIN);
    return;
  }
  notice("trouble", false);
  notice("offline", false);
  name = history.conversation;
  for (const entry of history.entries) conversation.add(entry, { arriving: false });
  for (const message of unsent()) conversation.write(message, "waiting");
  find("log").setAttribute("aria-busy", "false");
  find("log").setAttribute("aria-live", "polite");
  if (history.entries.length > 0) toEnd("auto");
  const replies = history.entries.filter((entry) => entry.from === "onedoor");
  listen(Math.max(0, ...replies.map((entry) => entry.seq)));
  void sender.flush();
}

/** @param {number} after */
function listen(after) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let worry;
  follow(after, {
    entry: (entry) => conversation.add(entry, { arriving: true }),
    working: (id) => conversation.expect(id),
    alive({ conversation: current, state }) {
      clearTimeout(worry);
      notice("offline", !navigator.onLine);
      notice("trouble", state !== "ready");
      checkConversation(current);
      void sender.flush();
    },
    lost() {
      clearTimeout(worry);
      worry = setTimeout(() => notice(navigator.onLine ? "trouble" : "offline", true), TRY_AGAIN);
    },
  });
}

startAppearance();
startPrinting();
startComposer(say);
for (const example of document.querySelectorAll("[data-example]")) {
  example.addEventListener("click", () =>
    choose(word(language(), example.getAttribute("data-example") ?? "")),
  );
}
addEventListener("offline", () => notice("offline", true));
addEventListener("online", () => void sender.flush());
void open();
