import { fieldWords, valueWords } from '../journey/field-words';
import type { Journey } from '../journey/types';
import { at, quote } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { samePlain } from '../plain/same-plain';
import { shortened } from '../words/width';
import type { Left } from './left';

const longestValue = 60;
/** Fields whose values are texts of the user's own, and said in quotes. */
const texts: readonly string[] = ['id', 'name', 'stage', 'channel', 'note', 'durationText'];

/** A field that is not the same on both sides. */
interface Lost {
  readonly path: string;
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Fields alike in all steps: how many hold the same, and those that do not. */
interface Alike {
  kept: number;
  readonly lost: Lost[];
}

/**
 * Exactly what a journey is without once it has been written and read back: every field that is not the same, found by comparing the two. Where a
 * field is lost of every step that has it, one line says so.
 */
export function lostBetween(journey: Journey, back: Journey): Left[] {
  const found = new Map<string, Alike>();
  const { interactions, ...whole } = journey;
  const { interactions: others, ...wholeBack } = back;
  compare(whole, wholeBack, { path: '', pattern: '', field: '' }, found);
  const asIds: Left[] = [];
  interactions.forEach((step, index) => {
    const path = at('interactions', index);
    const other = others[index]! as object as Fields;
    const { name, ...rest } = step;
    const isId = name !== undefined && other['name'] === undefined && other['id'] === name;
    // Whoever looks at what was written sees it.
    if (isId) asIds.push({ path: at(path, 'name'), what: `name ${inWords('name', name)} is read back as the id` });
    compare(isId ? rest : (step as object as Fields), other, { path, pattern: 'interactions[]', field: '' }, found);
  });
  return [...Array.from(found).flatMap(([pattern, alike]) => told(pattern, alike)), ...asIds];
}

type Fields = { readonly [key: string]: unknown };

function compare(
  from: Fields,
  to: Fields,
  here: { readonly path: string; readonly pattern: string; readonly field: string },
  found: Map<string, Alike>,
): void {
  for (const key of [...Object.keys(from), ...Object.keys(to).filter((other) => !Object.hasOwn(from, other))]) {
    const [path, pattern, field] = [at(here.path, key), at(here.pattern, key), here.field === '' ? key : `${here.field}.${key}`];
    const [one, other] = [from[key], to[key]];
    if (isRecord(one) && isRecord(other)) {
      compare(one, other, { path, pattern, field }, found);
      continue;
    }
    const alike = found.get(pattern) ?? { kept: 0, lost: [] };
    found.set(pattern, alike);
    if (samePlain(one, other)) alike.kept++;
    else alike.lost.push({ path, field, from: one, to: other });
  }
}

function told(pattern: string, { kept, lost }: Alike): Left[] {
  const field = lost.length === 0 ? '' : nameOf(lost[0]!.field);
  const [gone, come] = [lost.every(({ to }) => to === undefined), lost.some(({ from }) => from === undefined)];
  if (kept > 0 || lost.length < 2 || come || !pattern.includes('[]')) return lost.map(one);
  return [{ path: pattern, what: `${field} is ${gone ? 'not carried' : 'changed'}`, count: lost.length }];
}

function one({ path, field, from, to }: Lost): Left {
  const name = nameOf(field);
  if (from === undefined) return { path, what: `${name} ${inWords(field, to)} is added` };
  if (to === undefined) return { path, what: `${name} ${inWords(field, from)} is not carried` };
  const [before, after] = [inWords(field, from), inWords(field, to)];
  return { path, what: before === after ? `${name} ${before} becomes nearly the same` : `${name} ${before} becomes ${after}` };
}

function nameOf(field: string): string {
  return shortened(fieldWords(field), longestValue);
}

function inWords(field: string, value: unknown): string {
  const words = shortened(valueWords(field, value), longestValue);
  return typeof value === 'string' && texts.includes(field) ? quote(words) : words;
}
