import ExcelJS from "exceljs";

/** An exported workbook in an editor's hands. */
export type Book = {
  /** Writes a cell of the row in which a column says something. @returns its address, sheet!C12 */
  set(
    sheet: string,
    row: readonly [column: string, says: string],
    column: string,
    value: unknown,
  ): string;
  /** What the cell says. */
  get(sheet: string, row: readonly [column: string, says: string], column: string): string;
  /** Appends a row. @returns its number */
  add(sheet: string, cells: Record<string, string>): number;
  /** Takes a row away altogether. */
  remove(sheet: string, row: readonly [column: string, says: string]): void;
  save(): Promise<void>;
};

export async function openBook(file: string): Promise<Book> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheetOf = (name: string) => {
    const sheet = book.getWorksheet(name);
    if (!sheet)
      throw new Error(`no sheet ${name}: ${book.worksheets.map((s) => s.name).join(" ")}`);
    return sheet;
  };
  const columnOf = (sheet: string, column: string) => {
    const header = sheetOf(sheet).getRow(1).values as string[];
    const place = header.indexOf(column);
    if (place < 0) throw new Error(`no column ${column} in ${sheet}: ${header.join(" ")}`);
    return place;
  };
  const find = (sheet: string, [column, says]: readonly [string, string]) => {
    const place = columnOf(sheet, column);
    let found: ExcelJS.Row | undefined;
    sheetOf(sheet).eachRow((row) => {
      if (found === undefined && row.getCell(place).text === says) found = row;
    });
    if (!found) throw new Error(`no row of ${sheet} in which ${column} says ${says}`);
    return found;
  };
  return {
    set(sheet, row, column, value) {
      const cell = find(sheet, row).getCell(columnOf(sheet, column));
      cell.value = value as ExcelJS.CellValue;
      if (value instanceof Date) cell.numFmt = "yyyy-mm-dd";
      return `${sheet}!${cell.address}`;
    },
    get: (sheet, row, column) => find(sheet, row).getCell(columnOf(sheet, column)).text,
    add(sheet, cells) {
      const row = sheetOf(sheet).addRow([]);
      for (const [column, text] of Object.entries(cells))
        row.getCell(columnOf(sheet, column)).value = text;
      return row.number;
    },
    remove: (sheet, row) => sheetOf(sheet).spliceRows(find(sheet, row).number, 1),
    save: () => book.xlsx.writeFile(file),
  };
}
