import { ApprovalItem } from "../domain/approval-item.ts";

/** The days on which a record began to read differently end here: the last days of its earlier forms. */
export function lastDaysOf(item: ApprovalItem): string[] {
  return item.earlier.map(({ validTo }) => validTo);
}

/**
 * The record as it read on a day.
 * @param day ISO calendar day
 * @returns today's record when nothing was different
 * @throws ZodError when an earlier form is no valid record
 */
export function itemOn(item: ApprovalItem, day: string): ApprovalItem {
  const differences = item.earlier
    .filter(({ validTo }) => validTo >= day)
    .sort((a, b) => b.validTo.localeCompare(a.validTo));
  if (differences.length === 0) return item;
  const record = differences.reduce<ApprovalItem>((later, { item: fields, handling, without }) => {
    const subItems = later.subItems.map((sub) => ({
      ...sub,
      handlingItems: sub.handlingItems
        .filter(({ id }) => !without.includes(id))
        .map((entry) => ({ ...entry, ...handling[entry.id] })),
    }));
    const kept = subItems.filter((sub) => sub.handlingItems.length > 0);
    return { ...later, subItems: kept, ...fields } as ApprovalItem;
  }, item);
  return ApprovalItem.parse({ ...record, earlier: [] });
}
