import { Command } from "commander";
import { desk, today } from "./desk.ts";

/** Publishing needs two people: one proposes, another approves. */
export function editionCommands(): Command[] {
  return [publishCommand(), rollbackCommand(), listCommand()];
}

function publishCommand(): Command {
  return new Command("publish")
    .description("propose the draft as an edition, or approve what another person proposed")
    .requiredOption("--by <name>", "who does it")
    .option("--note <text>", "why, for whoever approves it", "")
    .option("--approve <hash>", "let the edition whose hash begins so answer from now on")
    .option("--folder <folder>", "propose this knowledge folder instead of the draft")
    .action((options: { by: string; note: string; approve?: string; folder?: string }) => {
      const own = desk();
      if (options.approve !== undefined) {
        const { edition, proposedBy, approvedBy } = own.approve(options.approve, options.by);
        console.log(
          `${edition.slice(0, 12)} is current: proposed by ${proposedBy}, approved by ${approvedBy}. Back: onedoor knowledge rollback --by NAME`,
        );
        return;
      }
      const folder = options.folder ?? own.working();
      const { edition } = own.propose(folder, today(), options.by, options.note);
      console.log(
        `${edition.slice(0, 12)} is proposed and does not answer yet. Another person: onedoor knowledge publish --approve ${edition.slice(0, 12)} --by OTHER`,
      );
    });
}

function rollbackCommand(): Command {
  return new Command("rollback")
    .description("go back to the edition before, or to a named one")
    .requiredOption("--by <name>", "who does it")
    .option("--to <hash>", "beginning of an approved edition's hash, or shipped")
    .action(({ by, to }: { by: string; to?: string }) => {
      const edition = desk().rollBack(to, by);
      console.log(
        edition === null
          ? "the shelf that ships with OneDoor is current"
          : `${edition.slice(0, 12)} is current`,
      );
    });
}

function listCommand(): Command {
  return new Command("editions")
    .description("list the editions: who proposed and approved them, and which is current")
    .option("--json", "print them as one JSON object")
    .action((options: { json?: boolean }) => {
      const { pointer, all } = desk().editions();
      if (options.json) return console.log(JSON.stringify({ current: pointer, editions: all }));
      if (all.length === 0)
        return console.log("nothing was published: the shelf that ships with OneDoor answers");
      const current = pointer?.edition ?? null;
      for (const { edition, base, proposedBy, proposedAt, approvedBy, approvedAt, note } of all) {
        const sign = edition === current ? "*" : " ";
        const approved =
          approvedBy === null ? "not approved" : `approved by ${approvedBy} ${approvedAt}`;
        console.log(
          `${sign} ${edition.slice(0, 12)}  proposed by ${proposedBy} ${proposedAt}, ${approved}, from ${base.slice(0, 12)}${note === "" ? "" : `: ${note}`}`,
        );
      }
      console.log(
        current === null
          ? `* shipped  the shelf that ships with OneDoor${pointer === null ? "" : `, by ${pointer.by} ${pointer.since}`}`
          : `current since ${pointer!.since}, by ${pointer!.by} (${pointer!.how})`,
      );
    });
}
