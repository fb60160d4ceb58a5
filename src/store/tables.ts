import type { Sql } from "./sql.ts";

/**
 * Names of OneDoor's own tables, each after the tables it refers to. The list is read from the database,
 * so a table that is added later cannot be forgotten. The queue's tables are in a schema of their own and
 * not among them, nor is the table of applied migrations.
 */
export async function ownTables(sql: Sql): Promise<string[]> {
  const tables = await sql.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname <> '_prisma_migrations' ORDER BY c.relname`,
    [],
  );
  const edges = await sql.query<{ from: string; to: string }>(
    `SELECT child.relname AS from, parent.relname AS to FROM pg_constraint k
       JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND child.oid <> parent.oid`,
    [],
  );
  return parentsFirst(
    tables.map(({ name }) => name),
    edges,
  );
}

/** @throws when tables refer to each other in a circle: they could not be restored one after the other */
export function parentsFirst(tables: string[], edges: { from: string; to: string }[]): string[] {
  const ordered: string[] = [];
  let left = tables;
  while (left.length > 0) {
    const free = left.filter(
      (name) => !edges.some(({ from, to }) => from === name && left.includes(to)),
    );
    if (free.length === 0)
      throw new Error(`The tables ${left.join(", ")} refer to each other in a circle.`);
    ordered.push(...free);
    left = left.filter((name) => !free.includes(name));
  }
  return ordered;
}
