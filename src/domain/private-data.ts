/*
 * Numbers that identify a person, by their published shapes: resident identity (GB 11643-1999, with its
 * check digit), mobile phone (China's numbering plan), bank card (ISO/IEC 7812, Luhn).
 */
const IDENTITY = /(?<!\d)\d{17}[\dXx](?!\d)/g;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;
const CARD = /(?<!\d)\d{16,19}(?!\d)/g;

/** @returns whether the text holds a number that identifies a person */
export function holdsPrivateData(text: string): boolean {
  return (
    (text.match(IDENTITY) ?? []).some(isIdentityNumber) ||
    MOBILE.test(text) ||
    (text.match(CARD) ?? []).some(passesLuhn)
  );
}

function isIdentityNumber(number: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return "10X98765432"[sum % 11] === number[17]?.toUpperCase();
}

function passesLuhn(number: string): boolean {
  const digits = Array.from(number, Number).reverse();
  const sum = digits.reduce(
    (total, digit, i) => total + (i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)),
    0,
  );
  return sum % 10 === 0;
}
