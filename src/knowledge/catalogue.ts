import type { ApprovalItem, DepartmentFile } from "../domain/approval-item.ts";
import type { HandlingItem } from "../domain/handling-item.ts";
import type { Bilingual } from "../domain/language.ts";
import type { MoreQuestionsFile } from "../domain/more-questions.ts";

type Questions = HandlingItem["questions"];

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

/**
 * @param more further questions about items and handling items
 * @returns the catalogue with items and handling items by id, in the files' order
 */
export function buildCatalogue(
  files: readonly DepartmentFile[],
  more: readonly MoreQuestionsFile[] = [],
): Catalogue {
  const asked = new Map<string, Questions>();
  for (const { of, zh, en } of more.flatMap((file) => file.questions)) {
    const before = asked.get(of) ?? { zh: [], en: [] };
    asked.set(of, { zh: [...before.zh, ...zh], en: [...before.en, ...en] });
  }
  const withMore = (id: string, own: Questions | undefined): Questions | undefined => {
    const further = asked.get(id);
    if (!further) return own;
    return { zh: [...(own?.zh ?? []), ...further.zh], en: [...(own?.en ?? []), ...further.en] };
  };
  const items = new Map<string, CatalogueItem>();
  const handlingItems = new Map<string, CatalogueEntry>();
  for (const file of files)
    for (const record of file.items) {
      const department = { ...file.department, code: file.code };
      const item = { ...record, questions: withMore(record.id, record.questions), department };
      items.set(item.id, item);
      for (const sub of item.subItems)
        for (const handling of sub.handlingItems) {
          const questions = withMore(handling.id, handling.questions)!;
          handlingItems.set(handling.id, { ...handling, questions, item });
        }
    }
  const entriesOf = (itemId: string) =>
    [...handlingItems.values()].filter((entry) => entry.item.id === itemId);
  return { items, handlingItems, entriesOf };
}
