import { find } from "./element.js";
import { drawReply } from "./reply.js";
import { follow, nearEnd, toEnd } from "./scroll.js";
import { drawVisitor, showState } from "./visitor.js";
import { createWorking } from "./working.js";

/** @typedef {import("../schema.ts").Entry} Entry */
/** @typedef {import("./visitor.js").State} State */

/**
 * The drawn conversation. Everything is known by its id, so that what comes twice is drawn once.
 * @param {(text: string) => void} say what a pressed choice says
 */
export function createConversation(say) {
  const log = find("log");
  /** @type {Map<string, HTMLElement>} */
  const drawn = new Map();
  const working = createWorking(log);

  /** @param {HTMLElement} made */
  function append(made) {
    find("welcome").hidden = true;
    log.append(made);
    working.keepLast();
  }

  /**
   * @param {{ id: string, text: string, at: string }} message
   * @param {State} state
   */
  function visitor(message, state) {
    const key = `visitor ${message.id}`;
    const known = drawn.get(key);
    if (known) return known;
    const made = drawVisitor(message, state);
    drawn.set(key, made);
    dropChoices(log);
    append(made);
    return made;
  }

  return {
    /**
     * Draw a line that came from OneDoor: a reply, or what the visitor said, here or in another tab.
     * @param {Entry} entry
     * @param {{ arriving: boolean }} how arriving lines are scrolled to and fade in
     */
    add(entry, { arriving }) {
      if (entry.from === "visitor") {
        showState(visitor(entry, "stored"), "stored");
        working.expect(entry.id);
        return;
      }
      if (drawn.has(`onedoor ${entry.id}`)) return;
      const following = arriving && nearEnd();
      working.answered(entry);
      const reply = drawReply(entry, say);
      drawn.set(`onedoor ${entry.id}`, reply);
      dropChoices(log);
      if (arriving) reply.classList.add("arriving");
      append(reply);
      if (arriving) follow(reply, following);
    },
    /**
     * Draw what the visitor just wrote.
     * @param {{ id: string, text: string, at: string }} message
     * @param {State} state
     */
    write(message, state) {
      const made = visitor(message, state);
      // At once: a quick answer must find the page at its end, not on the way there.
      toEnd("auto");
      return made;
    },
    /** @param {string} id of a message that is stored */
    expect: (id) => working.expect(id),
    /** @param {string} id */
    find: (id) => drawn.get(`visitor ${id}`),
    /** @param {string} id */
    remove(id) {
      drawn.get(`visitor ${id}`)?.remove();
      drawn.delete(`visitor ${id}`);
    },
  };
}

/**
 * Only the last reply offers choices.
 * @param {HTMLElement} log
 */
function dropChoices(log) {
  for (const choices of log.querySelectorAll(".choices")) choices.remove();
}
