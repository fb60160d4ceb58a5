/** What this browser remembers for the visitor; kept in memory when the browser forbids storing. */
const memory = new Map();

/**
 * @param {string} name
 * @returns {string | null}
 */
export function recall(name) {
  try {
    return localStorage.getItem(`onedoor.${name}`);
  } catch {
    return memory.get(name) ?? null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  memory.set(name, value);
  try {
    localStorage.setItem(`onedoor.${name}`, value);
  } catch {
    // Storage is full or forbidden: this visit still works from memory.
  }
}
