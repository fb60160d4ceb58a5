const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 };

/** @returns 117 for 一百一十七, 15 for 十五, 299000 for 二十九万九千; NaN for no numeral */
export function readChineseNumber(text: string): number {
  const [above, below] = text.split("万");
  if (below === undefined) return belowTenThousand(text);
  const rest = below === "" ? 0 : belowTenThousand(below);
  // "一万二" is 12,000: a lone digit after 万 counts thousands.
  return belowTenThousand(above!) * 10_000 + (below.length === 1 ? rest * 1_000 : rest);
}

function belowTenThousand(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) {
      const value = DIGITS[character];
      if (value === undefined) return Number.NaN;
      digit = value;
      continue;
    }
    sum += (digit === 0 ? 1 : digit) * unit;
    digit = 0;
  }
  return sum + digit;
}

/** @returns 2005 for 二〇〇五 and for 2005: a year said digit by digit; NaN for anything else */
export function readDigitByDigit(text: string): number {
  const digits = Array.from(text, (character) => DIGITS[character] ?? character).join("");
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}
