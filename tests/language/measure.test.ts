import { describe, expect, test } from "vitest";
import { readMeasure } from "../../src/language/measure.ts";

const WEIGHT = [
  { words: { zh: ["公斤", "千克"], en: ["kg"] }, factor: 1 },
  { words: { zh: ["吨"], en: ["tons", "tonnes", "t"] }, factor: 1000 },
];
const AREA = [{ words: { zh: ["平方米", "平米", "平"], en: ["square metres", "sqm"] }, factor: 1 }];
const MONEY = [
  { words: { zh: ["元", "块", "块钱"], en: ["yuan"] }, factor: 1 },
  { words: { zh: ["万"], en: [] }, factor: 10_000 },
];
const PEOPLE = [{ words: { zh: ["人"], en: ["people"] }, factor: 1 }];

describe("a number with its unit is read as people write it", () => {
  test.each([
    ["我这台车三吨八", WEIGHT, 3800],
    ["4.5吨的货车", WEIGHT, 4500],
    ["总质量4,500公斤", WEIGHT, 4500],
    ["a 3.5 t van", WEIGHT, 3500],
    ["280平的店", AREA, 280],
    ["三百来平米", AREA, 300],
    ["店面两百八十平方米", AREA, 280],
    ["300.5 sqm", AREA, 300.5],
    ["投资30万", MONEY, 300_000],
    ["二十九万九千块", MONEY, 299_000],
    ["一万二块钱", MONEY, 12_000],
    ["花了5000块钱", MONEY, 5000],
    ["3万人的演唱会", PEOPLE, 30_000],
    ["999人", PEOPLE, 999],
    ["四吨半的车", WEIGHT, 4500],
    ["4吨9的车", WEIGHT, 4900],
  ])("%s", (text, units, number) => {
    expect(readMeasure(text, units)).toBe(number);
  });

  test.each([
    ["平时开到几点", AREA],
    ["公平不公平", AREA],
    ["一个人开店", AREA],
  ])("no number, nothing read: %s", (text, units) => {
    expect(readMeasure(text, units)).toBeNull();
  });
});

describe("where only a side of a number is said, the side is read", () => {
  test.each([
    ["来个一千多人", PEOPLE, { moreThan: 1000, lessThan: 2000 }],
    ["1500多人", PEOPLE, { moreThan: 1500, lessThan: 1600 }],
    ["三台车都超过4.5吨", WEIGHT, { moreThan: 4500 }],
    ["4.5吨以上", WEIGHT, { atLeast: 4500 }],
    ["4吨半以下的小货", WEIGHT, { atMost: 4500 }],
    ["不到80平", AREA, { lessThan: 80 }],
    ["一百平不到", AREA, { lessThan: 100 }],
    ["八九十平", AREA, { atLeast: 80, atMost: 90 }],
    ["七八个人", PEOPLE, { atLeast: 7, atMost: 8 }],
    ["at least 300 sqm", AREA, { atLeast: 300 }],
    ["over 3.5 t", WEIGHT, { moreThan: 3500 }],
  ])("%s", (text, units, span) => {
    expect(readMeasure(text, units)).toEqual(span);
  });
});
