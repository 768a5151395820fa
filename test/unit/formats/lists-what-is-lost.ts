import { isDeepStrictEqual } from 'node:util';
import type { Journey } from 'peakend';
import type { Left } from 'peakend/formats';

type Fields = { readonly [key: string]: unknown };

/** Paths at which two pieces of data are not the same, each as deep as both hold objects. */
export function differences(from: unknown, to: unknown, path = ''): string[] {
  if (isDeepStrictEqual(from, to)) return [];
  const isPlain = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isPlain(from) || !isPlain(to)) return [path];
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return keys.flatMap((key) =>
    differences(from[key], to[key], /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`),
  );
}

/** Every difference between a journey and what came back, and whether `left` says it; and what `left` says that is none. */
export function unsaid(
  journey: Journey,
  back: Journey,
  left: readonly Left[],
  expected: readonly string[] = [],
): { unsaid: string[]; invented: string[] } {
  const { interactions, ...whole } = journey;
  const { interactions: others, ...wholeBack } = back;
  const found = [
    ...differences(whole, wholeBack).map((path) => path.replace(/^\./, '')),
    ...interactions.flatMap((step, index) => differences(step, others[index], `interactions[${index}]`)),
  ];
  const said = new Set(left.map(({ path }) => path));
  const every = (path: string): string => path.replace(/^interactions\[\d+\]/, 'interactions[]');
  const used = new Set(found.flatMap((path) => [path, every(path)]));
  return {
    unsaid: found.filter((path) => !said.has(path) && !said.has(every(path))),
    invented: [...said].filter((path) => !used.has(path) && !expected.includes(path)),
  };
}
