import { expect, test } from "vitest";
import { buildArticleIndex, searchTogether } from "../../src/search/article-index.ts";

const words = ["灯笼", "河堤", "市集", "渡船", "井水", "磨坊", "牌坊", "石桥"];
const articles = Array.from({ length: 80 }, (_, i) => ({
  id: String(i),
  title: `${words[i % 8]!}管理条例`,
  text: `${words[i % 8]!}和${words[(i * 3 + 1) % 8]!}由第${i}组看管，${"按时打扫。".repeat(1 + (i % 3))}`,
}));
const everything = () => true;

test("indexes that were built apart rank like one", () => {
  const one = searchTogether([buildArticleIndex(articles)]);
  const apart = searchTogether([
    buildArticleIndex(articles.slice(0, 60)),
    buildArticleIndex(articles.slice(60)),
  ]);
  for (const word of words) {
    const [whole, parts] = [one, apart].map((index) => index.find(`${word}谁看管`, 10, everything));
    expect(parts!.map(({ id }) => id).sort()).toEqual(whole!.map(({ id }) => id).sort());
    expect(parts![0]!.score).toBeCloseTo(whole![0]!.score, 0);
  }
});

test("a small index beside a large one is not drowned and does not drown it", () => {
  const rare = { id: "rare", title: "风筝条例", text: "放风筝的人看好线。" };
  const index = searchTogether([buildArticleIndex(articles), buildArticleIndex([rare])]);
  expect(index.find("放风筝", 3, everything)[0]).toMatchObject({ id: "rare", share: 1 });
  expect(index.find("石桥谁看管", 3, everything).map(({ id }) => id)).not.toContain("rare");
});

test("only what is accepted is found, by its index and its place in it", () => {
  const index = searchTogether([
    buildArticleIndex(articles.slice(0, 40)),
    buildArticleIndex(articles.slice(40)),
  ]);
  const found = index.find("灯笼", 20, (which, document) => which === 1 && document < 20);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ id }) => Number(id) >= 40 && Number(id) < 60)).toBe(true);
});

test("words that nothing holds find nothing", () => {
  expect(searchTogether([buildArticleIndex(articles)]).find("xyz", 3, everything)).toEqual([]);
  expect(searchTogether([]).find("灯笼", 3, everything)).toEqual([]);
});
