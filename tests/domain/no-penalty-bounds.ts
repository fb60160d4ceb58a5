/** A bound of the list as its source states it. */
export type ListedBound = {
  /** The row or the ground. */
  id: string;
  fact: string;
  /** includes: the number itself still counts; excludes: it does not. */
  bound: "up to, including" | "below" | "from, including";
  number: number;
};

const upTo = (id: string, fact: string, number: number): ListedBound => ({
  id,
  fact,
  bound: "up to, including",
  number,
});
const below = (id: string, fact: string, number: number): ListedBound => ({
  id,
  fact,
  bound: "below",
  number,
});
const from = (id: string, fact: string, number: number): ListedBound => ({
  id,
  fact,
  bound: "from, including",
  number,
});

/**
 * Every numeric bound of the lists, written from the published lists and the articles,
 * not from the files of knowledge: 不超过, 以下 and 以内 include the number, 不足, 小于 and 不满 do not.
 */
export const LISTED_BOUNDS: readonly ListedBound[] = [
  // National market list (国市监法〔2025〕10号): expired for less than a month; goods of at most 500 yuan.
  below("N02", "licence-expired-months", 1),
  upTo("N05", "goods-value", 500),
  // Ecology: Quzhou 7 days, Inner Mongolia 5 and 2 working days, Shanxi the rest.
  upTo("E02", "correction-days", 7),
  upTo("E02", "correction-working-days", 5),
  upTo("E03", "correction-days", 7),
  upTo("E05", "correction-working-days", 5),
  upTo("E06", "hazardous-waste-tonnes-a-year", 1),
  upTo("E06", "correction-days", 5),
  below("E07", "pile-area", 200),
  upTo("E07", "correction-days", 7),
  below("E07", "pile-area", 50),
  upTo("E08", "pollutants-over", 1),
  below("E08", "exceed-times", 0.1),
  upTo("E08", "exceed-hours-a-day", 4),
  upTo("E09", "pollutants-over", 1),
  below("E09", "exceed-times", 0.1),
  upTo("E09", "correction-days", 5),
  upTo("E10", "pollutants-over", 1),
  upTo("E10", "exceed-percent", 10),
  upTo("E10", "correction-hours", 24),
  upTo("E11", "correction-working-days", 5),
  upTo("E12", "correction-working-days", 2),
  // Fire: Sichuan, Shanghai, Yunnan.
  upTo("F01", "blocked-spots", 1),
  upTo("F02", "blocked-width-percent", 20),
  upTo("F02", "blocked-spots", 1),
  upTo("F03", "blocked-spots", 1),
  upTo("F04", "blocked-spots", 1),
  upTo("F06", "faults-per-floor", 1),
  upTo("F06", "faulty-devices", 1),
  upTo("F07", "faulty-spots", 1),
  upTo("F08", "faults-per-floor", 1),
  upTo("F09", "faults-per-floor", 1),
  upTo("F10", "faulty-spots", 2),
  upTo("F11", "faulty-spots", 3),
  upTo("F15", "faulty-spots", 1),
  // Work safety: Jiangsu.
  upTo("A01", "people-concerned", 10),
  upTo("A02", "people-concerned", 3),
  upTo("A04", "people-concerned", 3),
  // Tobacco: Hunan.
  upTo("K01", "tobacco-leaf-kg", 30),
  upTo("K01", "goods-value", 1000),
  upTo("K02", "cigarette-cartons", 3),
  upTo("K02", "goods-value", 3000),
  upTo("K02", "tobacco-leaf-kg", 12.5),
  // Market: Fuzhou.
  upTo("D05", "ad-days", 30),
  upTo("D05", "ad-views", 600),
  upTo("D11", "goods-value", 500),
  upTo("D11", "over-shelf-life-percent", 10),
  // Customs disclosure: today's notice (one year, then two), that of 2023 (six months), certified firms.
  upTo("X02", "disclosed-after-months", 12),
  upTo("X02", "disclosed-after-months", 24),
  upTo("X02", "short-paid-percent", 30),
  upTo("X02", "short-paid-yuan", 1_000_000),
  upTo("X04", "disclosed-after-months", 6),
  upTo("X04", "disclosed-after-months", 24),
  upTo("X04", "short-paid-percent", 30),
  upTo("X04", "short-paid-yuan", 1_000_000),
  upTo("X05", "disclosed-after-months", 12),
  upTo("X05", "disclosed-after-months", 24),
  upTo("X05", "short-paid-percent", 30),
  upTo("X05", "short-paid-yuan", 1_000_000),
  // The statute: age (Penalty Law 30); what is grave in food safety (implementing regulation 67).
  below("gate-under-14", "age", 14),
  from("gate-14-to-18", "age", 14),
  below("gate-14-to-18", "age", 18),
  from("food-grave", "goods-value", 20_000),
  from("food-grave", "breach-months", 3),
  from("food-grave", "foodborne-cases", 30),
  // Credit: a lower fine (order 107, article 7).
  upTo("market-slight", "fine-on-operator", 50_000),
  upTo("market-slight", "fine-on-person", 5_000),
  // Ways of approval: HR services ask for three full-time staff; Harbin's and Shenfu's small places.
  from("hr-staff", "full-time-staff", 3),
  upTo("harbin-small-lodging", "lodging-beds", 30),
  upTo("harbin-small-beauty", "beauty-area", 80),
  upTo("harbin-small-hairdressing", "hairdressing-area", 100),
  upTo("harbin-small-bath", "bath-area", 300),
  below("shenfu-fire", "gathering-place-area", 300),
];

/** How far back "first time" looks, in months; from the lists. */
export const LOOK_BACK: Readonly<Record<string, number>> = {
  N01: 24,
  N02: 24,
  N03: 24,
  N04: 24,
  N05: 24,
  N06: 24,
  N07: 24,
  E07: 12,
  E08: 12,
  E09: 12,
  E14: 12,
  H01: 12,
};

/** After how many months without discovery nothing is penalised any more; from the statutes. */
export const LIMITATION: Readonly<Record<string, number>> = {
  "limitation-two-years": 24,
  "limitation-five-years": 60,
  "limitation-ecology": 24,
  "limitation-ecology-harm": 60,
  "limitation-tax": 60,
  "limitation-labour": 24,
  "limitation-public-security": 6,
};
