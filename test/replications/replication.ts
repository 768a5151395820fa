/** One figure of a published experiment beside what the model says. */
export interface Check {
  readonly what: string;
  /** `defaults`; `setting`: with the replication's documented setting; or a rival memory model, which is meant to fail. */
  readonly on: 'defaults' | 'setting' | `rival: ${string}`;
  readonly predicted: string;
  readonly published: string;
  /** Whether the prediction agrees with the publication, in the sense `published` states. */
  readonly holds: boolean;
  /** Whether it is known to agree. A test fails when the two differ: a miss that begins to hold must be told too. */
  readonly expected: boolean;
}

export type Verdict = 'holds' | 'holds with the setting' | 'miss' | 'no verdict';

/** A published experiment, how it was written down as journeys, and what came out. */
export interface Replication {
  readonly id: string;
  /** Who, when, what. */
  readonly study: string;
  /** A: must hold on defaults. L: a limit of the plain rule; a documented setting must flip it. B: direction only. */
  readonly class: 'A' | 'L' | 'B';
  /** The journeys in words; `recon.` where affect levels are assumed. */
  readonly stimulus: string;
  /** The documented setting, as one would write it. */
  readonly setting?: string;
  /** Why it misses, or what a reader should know. */
  readonly note?: string;
  readonly verdict: Verdict;
  readonly checks: () => readonly Check[];
}

/** A check of a number against an inclusive band. */
export function inBand(
  what: string,
  on: Check['on'],
  predicted: number,
  published: string,
  [low, high]: readonly [number, number],
  options: { readonly expected?: boolean; readonly decimals?: number } = {},
): Check {
  const decimals = options.decimals ?? 2;
  return {
    what,
    on,
    predicted: text(predicted, decimals),
    published: `${published} (band ${text(low, decimals)} to ${text(high, decimals)})`,
    holds: predicted >= low && predicted <= high,
    expected: options.expected ?? !on.startsWith('rival'),
  };
}

/** A check of a direction. */
export function direction(what: string, on: Check['on'], predicted: string, published: string, holds: boolean, expected?: boolean): Check {
  return { what, on, predicted, published, holds, expected: expected ?? !on.startsWith('rival') };
}

/** A part of the result that no journey, segment or model setting can say. */
export function notExpressed(what: string, published: string): Check {
  return { what, on: 'defaults', predicted: 'cannot be expressed', published, holds: false, expected: false };
}

/** The verdict that the checks add up to: never written by hand alone. */
export function verdictOf({ id }: Pick<Replication, 'id'>, checks: readonly Check[]): Verdict {
  if (id === 'R59') return 'no verdict';
  const own = checks.filter(({ on }) => !on.startsWith('rival'));
  const onDefaults = own.filter(({ on }) => on === 'defaults');
  const onSetting = own.filter(({ on }) => on === 'setting');
  if (onDefaults.length > 0 && onDefaults.every(({ holds }) => holds)) return 'holds';
  const missing = onDefaults.some(({ predicted }) => predicted === 'cannot be expressed');
  const flips = onSetting.length > 0 && onSetting.every(({ holds }) => holds) && onDefaults.length > 0;
  return flips && !missing ? 'holds with the setting' : 'miss';
}

/** The same everywhere, with a true minus sign and no −0. */
export function text(value: number, decimals = 2): string {
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

export function percent(share: number): string {
  return `${text(share * 100, 0)} %`;
}

/** {@link text} with a plus sign above zero. */
export function signed(value: number, decimals = 2): string {
  const digits = text(value, decimals);
  return value > 0 && /[1-9]/.test(digits) ? `+${digits}` : digits;
}
