import { ApprovalItem } from "../domain/approval-item.ts";
import type { EarlierRecord } from "../domain/earlier-record.ts";

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
  let record = item;
  for (const difference of differences) record = before(record, difference);
  return ApprovalItem.parse({ ...record, earlier: [] });
}

function before(later: ApprovalItem, { item, handling, without }: EarlierRecord): ApprovalItem {
  const subItems = later.subItems.map((sub) => ({
    ...sub,
    handlingItems: sub.handlingItems
      .filter(({ id }) => !without.includes(id))
      .map((entry) => ({ ...entry, ...handling[entry.id] })),
  }));
  return { ...later, subItems: subItems.filter((sub) => sub.handlingItems.length > 0), ...item };
}
