import { element } from "./element.js";

/**
 * @param {string} at ISO 8601
 * @param {"zh" | "en"} lang
 * @returns {HTMLElement} the clock time, with the day when it is not today
 */
export function showTime(at, lang) {
  const moment = new Date(at);
  const today = moment.toDateString() === new Date().toDateString();
  /** @type {Intl.DateTimeFormatOptions} */
  const clock = { hour: "2-digit", minute: "2-digit", hour12: false };
  /** @type {Intl.DateTimeFormatOptions} */
  const shown = today ? clock : { ...clock, month: "short", day: "numeric" };
  const format = new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", shown);
  return element(
    "time",
    { datetime: at },
    Number.isNaN(moment.getTime()) ? "" : format.format(moment),
  );
}
