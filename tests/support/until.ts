import { setTimeout as pause } from "node:timers/promises";

/** Waits until something is true, looking often. @throws when it does not become true in time */
export async function until(holds: () => boolean | Promise<boolean>, most = 10_000): Promise<void> {
  const deadline = Date.now() + most;
  while (!(await holds())) {
    if (Date.now() > deadline)
      throw new Error(`it did not become true within ${most} ms: ${String(holds)}`);
    await pause(10);
  }
}
