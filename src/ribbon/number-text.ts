import { withoutDust } from '../distributions/format-number';

/** A coordinate with at most two decimals, never `-0`. */
export function coordinate(value: number): string {
  const rounded = Math.floor(value * 100 + 0.5) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** Affect with its sign and one decimal: `+6.9`, `−2`, `0`. */
export function affectText(affect: number): string {
  const rounded = Math.floor(withoutDust(Math.abs(affect) * 10) + 0.5) / 10;
  if (rounded === 0) return '0';
  return `${affect < 0 ? '\u2212' : '+'}${rounded}`;
}

/** A share as a percentage without its sign: `42`, `<1`, `0`. */
export function percentText(share: number): string {
  if (share > 0 && share < 0.005) return '<1';
  if (share < 1 && share >= 0.995) return '>99';
  return String(Math.floor(withoutDust(share * 100) + 0.5));
}

const units = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/** Seconds in the largest unit of which there is at least one: `39 min`, `1.5 h`, `0.4 s`. Two digits, or all whole ones. */
export function durationText(seconds: number): string {
  // Half a digit below a unit rounds up to it, so that 59.96 s reads 1 min and not 60 s.
  const unit = units.find((candidate) => seconds >= candidate.seconds * 0.995) ?? units[3];
  const amount = seconds / unit.seconds;
  const shown = amount >= 9.95 ? Math.floor(amount + 0.5) : Math.floor(amount * 10 + 0.5) / 10;
  return `${shown}\u00A0${unit.name}`;
}

/** From one length of time to another; one where they read alike: `12 → 8 min`, `1 h → 50 min`. */
export function durationChange(before: number, after: number): string {
  const [from, to] = [durationText(before), durationText(after)];
  if (from === to) return to;
  const [amount, unit] = from.split('\u00A0');
  return `${to.endsWith(`\u00A0${unit}`) ? amount! : from}\u00A0→\u00A0${to}`;
}
