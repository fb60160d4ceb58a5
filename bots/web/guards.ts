import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { Refusal } from "./refusal.ts";

/** What a browser may load and do on the page: its own files and its own interface, nothing else. */
export const pageHeaders = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
    referrerPolicy: "no-referrer",
    xFrameOptions: "DENY",
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  });

/**
 * Refuse what another site's page sends with the visitor's browser.
 * Programs send neither header and pass; they hold no visitor's cookie.
 * @param behindProxy whether X-Forwarded-Host is the word of a proxy of ours
 */
export function sameSiteOnly(behindProxy: boolean): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header("sec-fetch-site");
    if (site !== undefined && site !== "same-origin" && site !== "none")
      throw new Refusal("other-site");
    const origin = c.req.header("origin");
    const forwarded = behindProxy ? c.req.header("x-forwarded-host") : undefined;
    const host = forwarded ?? c.req.header("host");
    if (origin !== undefined && hostOf(origin) !== host) throw new Refusal("other-site");
    await next();
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/**
 * @param behindProxy whether the last X-Forwarded-For is the word of a proxy of ours
 * @returns the visitor's network address, or null on a connection that has none
 */
export function addressOf(c: Context, behindProxy: boolean): string | null {
  const forwarded = behindProxy
    ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim()
    : undefined;
  return forwarded || (c.env?.incoming ? (getConnInfo(c).remote.address ?? null) : null);
}

/**
 * @param behindProxy whether X-Forwarded-Proto is the word of a proxy of ours
 * @returns whether the visitor's own connection is encrypted
 */
export function isSecure(c: Context, behindProxy: boolean): boolean {
  return behindProxy && c.req.header("x-forwarded-proto") === "https";
}
