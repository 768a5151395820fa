/** What a text says as a number: the value and whether it is per cent, or, where a text can be read in two ways, what to write. */
export type WrittenNumber = { readonly value: number; readonly isPercent: boolean } | { readonly hint: string };

/** Fractions that are one character. */
export const fractions: Readonly<Record<string, number>> = { '¼': 1 / 4, '½': 1 / 2, '¾': 3 / 4, '⅓': 1 / 3, '⅔': 2 / 3 };

const plain = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** A blank of any width, or an apostrophe, between groups of three. */
const grouped = /^[-+]?\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:\.\d+)?$/;
/** Points between groups of three, and a decimal comma. */
const groupedByPoints = /^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/;
const withComma = /^[-+]?\d+,\d+$/;

/**
 * Reads a number as people and spreadsheets write it: with the minus sign of print, in groups of three, in per cent. A comma is never read: it
 * parts decimals in some countries and thousands in others. Undefined where the text is no number at all.
 */
export function writtenNumber(text: string): WrittenNumber | undefined {
  const trimmed = text.trim();
  const isPercent = trimmed.endsWith('%');
  const digits = (isPercent ? trimmed.slice(0, -1).trimEnd() : trimmed).replace(/^[\u2212\u2013]/, '-');
  if (plain.test(digits)) return finite(Number(digits), isPercent);
  if (grouped.test(digits)) return finite(Number(digits.replace(/[^\d.+-]/g, '')), isPercent);
  const byPoints = groupedByPoints.test(digits);
  if (!byPoints && !withComma.test(digits)) return undefined;
  const decimal = String(Number((byPoints ? digits.replaceAll('.', '') : digits).replace(',', '.')));
  // Three digits behind a comma may be thousandths or thousands.
  const isEither = /^[-+]?[1-9]\d{0,2},\d{3}$/.test(digits);
  if (isEither) return { hint: `write ${digits.replace(',', '')} or ${decimal}: a comma can mean either` };
  return { hint: isPercent ? inShares(Number(decimal)) : `write ${decimal}, with a point` };
}

function finite(value: number, isPercent: boolean): WrittenNumber | undefined {
  return Number.isFinite(value) ? { value: value + 0, isPercent } : undefined;
}

/** 12.5 % as the share it is, without the dust of division. */
export function shareOfPercent(percent: number): number {
  return Number((percent / 100).toPrecision(15));
}

function inShares(percent: number): string {
  return `${percent} % is written ${shareOfPercent(percent)}`;
}

/** What to write in place of a text that stands where a number is wanted, where that can be told. */
export function numberHint(text: string): string | undefined {
  const fraction = Object.entries(fractions).find(([sign]) => sign === text.trim())?.[1];
  if (fraction !== undefined) return `write the number ${Number(fraction.toPrecision(3))}`;
  const read = writtenNumber(text);
  if (read === undefined || 'hint' in read) return read?.hint;
  if (read.isPercent) return inShares(read.value);
  return `write the number ${read.value}, without quotes`;
}
