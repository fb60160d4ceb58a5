import { afterEach, describe, expect, test, vi } from "vitest";
import { watchAvailability, type Availability } from "../../src/store/availability.ts";
import { stateProvedBy, StoreUnavailable } from "../../src/store/unavailable.ts";
import { until } from "../support/until.ts";

describe("what an error says of the whole store", () => {
  test.each([
    [{ code: "ECONNREFUSED", message: "connect" }, "database-away"],
    [{ code: "ENOENT", message: "connect ENOENT /run/.s.PGSQL.5432" }, "database-away"],
    [
      { code: "57P01", message: "terminating connection due to administrator command" },
      "database-away",
    ],
    [{ code: "57P03", message: "the database system is starting up" }, "database-away"],
    [{ code: "08006", message: "connection failure" }, "database-away"],
    [new Error("Connection terminated unexpectedly"), "database-away"],
    [
      new AggregateError([Object.assign(new Error("no"), { code: "ECONNREFUSED" })]),
      "database-away",
    ],
    [{ code: "53100", message: "could not extend file" }, "disk-full"],
    [new Error("PANIC: could not write to file: No space left on device"), "disk-full"],
    [new StoreUnavailable("disk-full"), "disk-full"],
    [{ code: "23505", message: "duplicate key" }, null],
    [{ code: "42703", message: "column does not exist" }, null],
    [{ code: "40P01", message: "deadlock detected" }, null],
    [new TypeError("x is undefined"), null],
    ["words", null],
    [undefined, null],
  ])("%o proves %s", (error, state) => {
    expect(stateProvedBy(error)).toBe(state);
  });
});

describe("watching the store", () => {
  let watched: Availability | undefined;
  afterEach(() => watched?.close());

  test("an error of one statement changes nothing", () => {
    watched = watchAvailability(async () => {});
    const error = Object.assign(new Error("duplicate"), { code: "23505" });
    expect(watched.judge(error)).toBe(error);
    expect(watched.state()).toBe("ready");
    expect(() => watched?.demand()).not.toThrow();
  });

  test("while it is away everyone is told at once, and again when it is back", async () => {
    let away = true;
    const recover = vi.fn(async () => {
      if (away) throw Object.assign(new Error("no"), { code: "ECONNREFUSED" });
    });
    watched = watchAvailability(recover);
    const back = vi.fn();
    watched.onReady(back);
    expect(watched.judge({ code: "ECONNREFUSED", message: "no" })).toMatchObject({
      name: "StoreUnavailable",
      state: "database-away",
    });
    expect(() => watched?.demand()).toThrow(/cannot be reached.*send again/);
    await until(() => recover.mock.calls.length > 2);
    expect(back).not.toHaveBeenCalled();
    away = false;
    await until(() => back.mock.calls.length === 1);
    expect(watched.state()).toBe("ready");
    expect(watched.remedy()).toBeNull();
  });

  test("what the way back finds out is said: away first, then a full disk", async () => {
    let asked: string | undefined;
    watched = watchAvailability(async (state) => {
      asked = state;
      throw new StoreUnavailable("disk-full");
    });
    watched.judge(new Error("Connection terminated unexpectedly"));
    await until(() => asked === "disk-full");
    expect(watched.state()).toBe("disk-full");
    expect(watched.remedy()).toMatch(/free some space/);
  });

  test("one that is closed starts no way back", async () => {
    const recover = vi.fn(async () => {});
    watched = watchAvailability(recover);
    watched.close();
    watched.judge({ code: "ECONNREFUSED", message: "no" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(recover).not.toHaveBeenCalled();
  });
});
