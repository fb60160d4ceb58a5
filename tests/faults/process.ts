import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { InboundMessage } from "../../src/domain/message.ts";

/** A OneDoor process that is started again whenever it is killed. */
export type Mortal = {
  /** Hands over one message. @returns true when it is stored; false when it may be or not: try again */
  hand(message: InboundMessage): Promise<boolean>;
  /** kill -9. @returns when it is dead and the next one has been started */
  kill(): Promise<void>;
  /** Resolves when the living one is ready, with milliseconds since it was started. */
  ready(): Promise<number>;
  end(): Promise<void>;
};

export function startMortal(dataDir: string, delivered: string): Mortal {
  let life = begin();

  function begin() {
    const started = Date.now();
    const child = fork(path.join(import.meta.dirname, "worker.ts"), [dataDir, delivered], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const waiting = new Map<string, (stored: boolean) => void>();
    const ready = new Promise<number>((resolve) => {
      child.on("message", (note: "ready" | { stored?: string; refused?: string }) => {
        if (note === "ready") resolve(Date.now() - started);
        else settle(note.stored ?? note.refused ?? "", note.stored !== undefined);
      });
      child.on("exit", () => resolve(Number.NaN));
    });
    const settle = (id: string, stored: boolean): void => {
      waiting.get(id)?.(stored);
      waiting.delete(id);
    };
    child.on("exit", () => [...waiting.keys()].forEach((id) => settle(id, false)));
    return { child, waiting, ready };
  }

  async function dead(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  return {
    async hand(message) {
      const { child, waiting, ready } = life;
      await ready;
      if (!child.connected) return false;
      return new Promise((resolve) => {
        waiting.set(message.externalId, resolve);
        child.send(message, (error) => error && resolve(false));
      });
    },
    async kill() {
      await dead(life.child);
      life = begin();
    },
    ready: () => life.ready,
    end: () => dead(life.child),
  };
}
