/** What the queue needs of a database: plain SQL on the pool, or inside somebody's transaction. */
export type Sql = {
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
};

/** The same in the words of pg-boss. */
export function forBoss(sql: Sql): {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
} {
  return { executeSql: async (text, values) => ({ rows: await sql.query(text, values) }) };
}
