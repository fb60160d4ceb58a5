import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Context } from "hono";

/** One file of the page, ready to be sent. */
export type PageFile = { type: string; etag: string; whole: Buffer; zipped: Buffer };

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

const FOLDER = join(import.meta.dirname, "page");

/**
 * Read and compress the page once. Only files that stand in the folder can ever be sent.
 * @returns the files by name, for example "page.css"
 */
export function readPageFiles(): Map<string, PageFile> {
  const names = readdirSync(FOLDER).filter((name) => extname(name) in TYPES);
  return new Map(names.map((name) => [name, readPageFile(name)]));
}

function readPageFile(name: string): PageFile {
  const whole = readFileSync(join(FOLDER, name));
  const etag = `"${createHash("sha256").update(whole).digest("base64url").slice(0, 22)}"`;
  return { type: TYPES[extname(name)]!, etag, whole, zipped: gzipSync(whole, { level: 9 }) };
}

/**
 * @param file the file asked for
 * @returns the file, or 304 when the browser holds the same; browsers ask each time so that a new version is seen at once
 */
export function sendPageFile(c: Context, file: PageFile): Response {
  const headers = new Headers({
    etag: file.etag,
    "cache-control": "no-cache",
    vary: "accept-encoding",
  });
  if (c.req.header("if-none-match") === file.etag)
    return new Response(null, { status: 304, headers });
  headers.set("content-type", file.type);
  const zip = /\bgzip\b/.test(c.req.header("accept-encoding") ?? "");
  if (zip) headers.set("content-encoding", "gzip");
  return new Response(new Uint8Array(zip ? file.zipped : file.whole), { headers });
}
