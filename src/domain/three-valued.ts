/** True, false, or not known (Kleene's strong logic). */
export type Truth = boolean | "unknown";

/** False if any is false, true if all are true, else unknown. All of nothing is true. */
export function allOf(values: readonly Truth[]): Truth {
  if (values.includes(false)) return false;
  return values.includes("unknown") ? "unknown" : true;
}

/** True if any is true, false if all are false, else unknown. Any of nothing is false. */
export function anyOf(values: readonly Truth[]): Truth {
  if (values.includes(true)) return true;
  return values.includes("unknown") ? "unknown" : false;
}

export function not(value: Truth): Truth {
  return value === "unknown" ? value : !value;
}
