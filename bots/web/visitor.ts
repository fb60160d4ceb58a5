import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const COOKIE = "onedoor";
const HALF_A_YEAR = 180 * 24 * 3600;

/**
 * Who is visiting: a random 128-bit cookie, given at the first call of the interface.
 * The page itself never sets it: a link on another site opens the page without a strict
 * cookie, and a new one would then replace the visitor's conversation.
 * @param secure whether the visitor came over https
 * @returns the visitor's conversation; a hash, so that neither the core nor a log ever holds the cookie
 */
export function conversationOf(c: Context, secure: boolean): string {
  const known = getCookie(c, COOKIE, secure ? "host" : undefined);
  if (known !== undefined && /^[\w-]{22}$/.test(known)) return conversationName(known);
  const fresh = randomBytes(16).toString("base64url");
  const lasting = { httpOnly: true, sameSite: "Strict", path: "/", maxAge: HALF_A_YEAR } as const;
  if (secure) setCookie(c, COOKIE, fresh, { ...lasting, prefix: "host", secure: true });
  else setCookie(c, COOKIE, fresh, lasting);
  return conversationName(fresh);
}

/**
 * @param cookie the visitor's secret
 * @returns 32 hexadecimal digits that name the conversation and do not give the secret away
 */
export function conversationName(cookie: string): string {
  return createHash("sha256").update(`web visitor ${cookie}`).digest("hex").slice(0, 32);
}
