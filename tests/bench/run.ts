/** npm run bench [name…]: each bench prints a table of figures, ratios to its peer in the same run, and its goals. */
type Bench = () => Promise<Row[]>;

/** One figure: what, how much, and the goal it is held against, if any. */
export type Row = { what: string; figure: string; goal?: string; reached?: boolean };

const BENCHES: Record<string, () => Promise<Bench>> = {
  search: async () => (await import("./search.ts")).benchSearch,
  turn: async () => (await import("./turn.ts")).benchTurn,
  "look-up": async () => (await import("./look-up.ts")).benchLookUp,
  http: async () => (await import("./http.ts")).benchHttp,
  durable: async () => (await import("./durable.ts")).benchDurable,
  start: async () => (await import("./start.ts")).benchStart,
  rollback: async () => (await import("./rollback.ts")).benchRollback,
  import: async () => (await import("./import.ts")).benchImport,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(", ")}: choose from ${Object.keys(BENCHES).join(", ")}`);
  process.exit(1);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) {
  const bench = await BENCHES[name]!();
  console.log(`\n${name}`);
  for (const { what, figure, goal, reached } of await bench())
    console.log(
      `  ${what.padEnd(44)} ${figure.padStart(14)}${goal ? `   goal ${goal} ${reached ? "reached" : "NOT reached"}` : ""}`,
    );
}
