/**
 * Make one element. Text always goes in as text, never as markup.
 * @param {string} tag element name, with an optional class: "p.note"
 * @param {Record<string, string | boolean | null | ((event: Event) => void)>} given attributes; a function listens to the event of that name
 * @param {(Node | string | null | undefined)[]} children
 * @returns {HTMLElement}
 */
export function element(tag, given = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const made = document.createElement(/** @type {string} */ (name));
  if (classes.length > 0) made.className = classes.join(" ");
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/**
 * @param {string} id
 * @returns {HTMLElement} the element of the page with this id
 */
export function find(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}
