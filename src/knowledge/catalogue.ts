import type { ApprovalItem, DepartmentFile, HandlingItem } from "../domain/approval-item.ts";
import type { Bilingual } from "../domain/language.ts";

/** A main item with the department that answers for its field. */
export type CatalogueItem = ApprovalItem & { department: Bilingual & { code: string } };

/** A handling item that knows the item it belongs to. */
export type CatalogueEntry = HandlingItem & { item: CatalogueItem };

export type Catalogue = {
  items: Map<string, CatalogueItem>;
  handlingItems: Map<string, CatalogueEntry>;
  /** The handling items of one main item, in the file's order. */
  entriesOf: (itemId: string) => CatalogueEntry[];
};

/** @returns the catalogue with items and handling items by id, in the files' order */
export function buildCatalogue(files: readonly DepartmentFile[]): Catalogue {
  const items = new Map<string, CatalogueItem>();
  const handlingItems = new Map<string, CatalogueEntry>();
  for (const file of files)
    for (const record of file.items) {
      const item = { ...record, department: { ...file.department, code: file.code } };
      items.set(item.id, item);
      for (const sub of item.subItems)
        for (const handling of sub.handlingItems) handlingItems.set(handling.id, { ...handling, item });
    }
  const entriesOf = (itemId: string) => [...handlingItems.values()].filter((entry) => entry.item.id === itemId);
  return { items, handlingItems, entriesOf };
}
