import { find } from "./element.js";

/** On paper every source is unfolded; on the screen it is folded again as it was. */
export function startPrinting() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((each) => !each.open);
    opened.forEach((each) => (each.open = true));
  });
  addEventListener("afterprint", () => opened.splice(0).forEach((each) => (each.open = false)));
  find("print").addEventListener("click", () => print());
}
