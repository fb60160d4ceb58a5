/*
 * Runs a program with Node 24, whichever Node started this file: `node bots/node24.mjs FILE ARGS…`.
 * npm ci brings Node 24 along for Linux; some versions of npm do not put it first in the path.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [file, ...words] = process.argv.slice(2);
const [major, minor] = process.versions.node.split(".").map(Number);

if (major > 24 || (major === 24 && minor >= 12)) {
  process.argv.splice(1, 2, resolve(file));
  await import(pathToFileURL(resolve(file)).href);
} else {
  const node = bundledNode();
  if (node === null) {
    console.error(
      `OneDoor needs Node 24.12 or newer; this is ${process.version}. Install it from nodejs.org and start again.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [resolve(file), ...words], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
}

function bundledNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `node-${process.platform}-${process.arch}/package.json`,
    );
    const node = resolve(manifest, "../bin/node");
    return existsSync(node) ? node : null;
  } catch {
    return null;
  }
}
