import type { Hook } from "@hono/zod-openapi";
import { Refusal } from "./refusal.ts";

/**
 * Say why a request does not fit its schema: a role the web does not serve and a text that is
 * too long have their own answers, everything else is a wrong shape.
 * @throws Refusal
 */
export const refuseWrongShape: Hook<unknown, object, string, unknown> = (result) => {
  if (result.success) return;
  const issues = result.error.issues;
  if (issues.some(({ path }) => path[0] === "as")) throw new Refusal("wrong-role");
  if (issues.some(({ path, code }) => path[0] === "text" && code === "too_big"))
    throw new Refusal("too-long");
  throw new Refusal("wrong-shape");
};
