import type { ShelfFiles } from "../shelf.ts";
import { writeCsvFolder } from "../sheets/csv-folder.ts";
import type { Encoding } from "../sheets/encoding.ts";
import { sheetsOf } from "../sheets/export-sheets.ts";
import { chooseParts } from "../sheets/parts.ts";
import { writeWorkbook } from "../sheets/workbook.ts";

export type ExportOptions = {
  format: "xlsx" | "csv";
  encoding: Encoding;
  /** Names of parts; none: all. */
  parts: readonly string[];
};

/**
 * Write a shelf as sheets that an editor can change and import again.
 * @param target an .xlsx file, or the folder for CSV files
 * @returns how many sheets and rows were written
 * @throws when a part is unknown or the target cannot be written
 */
export async function exportShelf(
  shelf: ShelfFiles,
  target: string,
  { format, encoding, parts }: ExportOptions,
): Promise<{ sheets: number; rows: number }> {
  const sheets = sheetsOf(chooseParts(parts), shelf);
  if (format === "csv") writeCsvFolder(target, sheets, encoding);
  else await writeWorkbook(target, sheets);
  const [, ...real] = sheets;
  return { sheets: real.length, rows: real.reduce((sum, { rows }) => sum + rows.length, 0) };
}
