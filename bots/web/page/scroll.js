const NEAR = 160;

/** @returns {boolean} whether the visitor is reading the end of the conversation */
export function nearEnd() {
  const page = document.documentElement;
  return page.scrollHeight - page.scrollTop - page.clientHeight < NEAR;
}

/** @param {ScrollBehavior} how */
export function toEnd(how) {
  scrollTo({ top: document.documentElement.scrollHeight, behavior: how });
}

/**
 * Bring a reply into view from its beginning: a long answer is read from its conclusion.
 * Someone who is reading further up is left alone.
 * @param {HTMLElement} reply
 * @param {boolean} following whether the visitor was at the end
 */
export function follow(reply, following) {
  if (!following) return;
  const question = reply.previousElementSibling ?? reply;
  const tall = reply.offsetHeight > innerHeight * 0.6;
  if (tall) question.scrollIntoView({ block: "start", behavior: behaviour() });
  else toEnd(behaviour());
}

/** @returns {ScrollBehavior} */
function behaviour() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
