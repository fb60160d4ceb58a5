import { describe, expect, test } from "vitest";
import { deadline } from "../../src/domain/deadline.ts";
import { buildCalendar } from "../../src/knowledge/calendar.ts";

const calendar = buildCalendar([]);
const workingDays = (number: number) => ({ number, unit: "working-day" as const });

describe("working days are counted with the holidays and the worked weekends of the year", () => {
  test.each([
    // 2026: National Day 1–7 October free, Sunday 20 September and Saturday 10 October worked.
    ["2026-09-28", 15, "2026-10-23"],
    ["2026-09-28", 7, "2026-10-13"],
    ["2026-09-18", 1, "2026-09-20"],
    // 2020: Spring Festival and Labour Day with worked Sundays.
    ["2020-04-24", 3, "2020-04-28"],
    ["2021-04-30", 1, "2021-05-06"],
    ["2022-09-30", 2, "2022-10-09"],
    ["2023-09-28", 1, "2023-10-07"],
    ["2024-02-09", 1, "2024-02-18"],
    ["2025-09-30", 1, "2025-10-09"],
    ["2026-11-24", 0, "2026-11-24"],
  ])("%s and %i working days is %s", (start, number, due) => {
    expect(deadline(start, workingDays(number), calendar).due).toBe(due);
  });

  test("holidays and worked weekends are named", () => {
    const { holidays, workedWeekends } = deadline("2026-09-28", workingDays(15), calendar);
    expect(holidays).toEqual([
      {
        name: { zh: "国庆节", en: "National Day" },
        days: [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`),
      },
    ]);
    expect(workedWeekends).toEqual(["2026-10-10"]);
  });

  test("a holiday that has begun on the first day is named with all its days", () => {
    const { holidays } = deadline("2026-09-25", workingDays(2), calendar);
    expect(holidays[0]!.days).toEqual(["2026-09-25", "2026-09-26", "2026-09-27"]);
  });
});

describe("calendar days, months and years end on a worked day where a provision says so", () => {
  test.each([
    ["2026-11-24", { number: 60, unit: "day" as const }, "2027-01-25", "2027-01-23"],
    ["2026-09-21", { number: 10, unit: "day" as const }, "2026-10-08", "2026-10-01"],
    ["2026-11-24", { number: 3, unit: "day" as const }, "2026-11-27", null],
    ["2024-01-31", { number: 1, unit: "month" as const }, "2024-02-29", null],
    ["2023-12-31", { number: 6, unit: "month" as const }, "2024-07-01", "2024-06-30"],
    ["2024-02-29", { number: 1, unit: "year" as const }, "2025-02-28", null],
    ["2026-11-24", { number: 48, unit: "hour" as const }, "2026-11-26", null],
  ])("%s and %o", (start, duration, due, movedFrom) => {
    expect(deadline(start, duration, calendar, { moves: true })).toMatchObject({ due, movedFrom });
  });
});

describe("calendar days, months and years end on the written day where nothing moves it", () => {
  test.each([
    ["2026-10-01", { number: 30, unit: "day" as const }, "2026-10-31", true],
    ["2026-09-21", { number: 10, unit: "day" as const }, "2026-10-01", true],
    ["2026-11-24", { number: 3, unit: "day" as const }, "2026-11-27", false],
    ["2023-12-31", { number: 6, unit: "month" as const }, "2024-06-30", true],
  ])("%s and %o", (start, duration, due, endsOnFreeDay) => {
    const told = deadline(start, duration, calendar);
    expect(told).toMatchObject({ due, endsOnFreeDay, movedFrom: null });
  });
});

describe("pauses", () => {
  test("days of a test are not counted", () => {
    const pauses = [{ from: "2026-11-26", to: "2026-11-30" }];
    expect(deadline("2026-11-24", workingDays(5), calendar, { pauses }).due).toBe("2026-12-04");
    const tenDays = { number: 10, unit: "day" as const };
    expect(deadline("2026-11-24", tenDays, calendar, { pauses }).due).toBe("2026-12-09");
  });

  test("a holiday inside a pause is still named", () => {
    const pauses = [{ from: "2026-09-29", to: "2026-10-09" }];
    const { due, holidays, workedWeekends } = deadline("2026-09-28", workingDays(3), calendar, {
      pauses,
    });
    expect(due).toBe("2026-10-13");
    expect(holidays.map(({ name }) => name.zh)).toEqual(["国庆节"]);
    expect(workedWeekends).toEqual(["2026-10-10"]);
  });

  test("a pause that has not ended leaves the end open", () => {
    expect(
      deadline("2026-11-24", workingDays(5), calendar, {
        pauses: [{ from: "2026-11-26", to: null }],
      }).due,
    ).toBeNull();
  });
});

describe("a calendar that is not announced yet", () => {
  test("says so", () => {
    expect(deadline("2026-12-28", workingDays(10), calendar).announced).toBe(false);
    expect(deadline("2026-11-24", workingDays(10), calendar).announced).toBe(true);
  });

  test("an override counts, and a year entered completely is announced", () => {
    const free = { zh: "春节", en: "Spring Festival" };
    const more = buildCalendar([
      {
        source: "made for tests",
        announced: [2027],
        days: [{ day: "2027-02-08", working: false, name: free }],
      },
    ]);
    expect(deadline("2027-02-05", workingDays(1), more)).toMatchObject({
      due: "2027-02-09",
      holidays: [{ name: free, days: ["2027-02-08"] }],
      announced: true,
    });
  });
});
