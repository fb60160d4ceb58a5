import { Command } from "commander";
import { diagnoseAll, readSettings } from "../../../src/index.ts";

const SIGN = { well: "ok  ", unset: "-   ", unwell: "FAIL" };

/** `onedoor doctor`: what is configured, what is reachable, what to do next. Exit code 1 when something is unwell. */
export function doctorCommand(): Command {
  return new Command("doctor").description("look at everything OneDoor needs").action(async () => {
    const findings = await diagnoseAll(readSettings(process.env));
    for (const { what, state, says, remedy } of findings) {
      console.log(`${SIGN[state]}  ${what}: ${says}`);
      if (remedy) console.log(`        → ${remedy}`);
    }
    const unwell = findings.filter(({ state }) => state === "unwell");
    console.log(
      unwell.length === 0
        ? "\nEverything OneDoor needs is there. Next: npm start"
        : `\n${unwell.length} thing(s) to mend, then run this again.`,
    );
    if (unwell.length > 0) process.exitCode = 1;
  });
}
