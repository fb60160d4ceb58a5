import { expect, test } from "vitest";
import { quietly } from "../src/log.ts";

test("the same trouble is told once in half a minute, with how often it was met", () => {
  let clock = 0;
  const told: [string, number][] = [];
  const report = quietly(
    (error, times) => told.push([(error as Error).message, times]),
    () => clock,
  );
  for (let i = 0; i < 5; i++) report(new Error("away"));
  report(new Error("full"));
  clock = 31_000;
  report(new Error("away"));
  expect(told).toEqual([
    ["away", 1],
    ["full", 1],
    ["away", 5],
  ]);
});
