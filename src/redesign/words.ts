import { formatDistribution } from '../distributions/format-distribution';
import { formatNumber } from '../distributions/format-number';
import type { Distribution } from '../distributions/families';
import { quote } from '../errors/wording';
import { readDuration } from '../journey/read-quantity';
import { isRecord } from '../plain/check-number';

/** `"a", "b" and "c"`, at most `most` of them. */
export function listIds(ids: readonly string[], most = 6): string {
  const shown = ids.slice(0, most).map(quote);
  if (ids.length > most) return `${shown.join(', ')} and ${ids.length - most} more`;
  const last = shown.pop();
  if (last === undefined) return 'nothing';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** Ids as they stand in code: `["a", "b"]`, a long list cut. */
export function writeIds(ids: readonly string[], most = 8): string {
  const shown = ids.slice(0, most).map(quote);
  return `[${shown.join(', ')}${ids.length > most ? ', …' : ''}]`;
}

export function percent(share: number): string {
  return `${formatNumber(100 * share, 1)} %`;
}

/** `a, b and c`. */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A new step, part or option: its name and what it takes. */
export function madeWords(step: { readonly id: string; readonly name?: string | undefined; readonly duration?: unknown }): string {
  return `"${step.name ?? step.id}"${step.duration === undefined ? '' : ` (${valueWords('duration', step.duration)})`}`;
}

const seconds: readonly string[] = ['duration', 'tolerance', 'promise'];
const shares: readonly string[] = ['probability', 'dropout', 'skip', 'occupied', 'anxious', 'difficulty', 'endowed', 'cohesion'];

/** The name of a field as people say it: `wait.occupied` is `occupied`. */
export function fieldWords(field: string): string {
  if (field.startsWith('failure.recovery.')) return `recovery ${field.slice('failure.recovery.'.length)}`;
  if (field.startsWith('failure.')) return `failure ${field.slice('failure.'.length)}`;
  if (field.startsWith('wait.')) return field.slice('wait.'.length);
  if (field.startsWith('choice.')) return `choice ${field.slice('choice.'.length)}`;
  if (field.startsWith('progress.')) return `progress ${field.slice('progress.'.length)}`;
  return field === 'drawAs' ? 'stream' : field;
}

/** A value of a field in a few words, with its unit. */
export function valueWords(field: string, value: unknown): string {
  const key = field.slice(field.lastIndexOf('.') + 1);
  if (value === undefined) return 'none';
  if (seconds.includes(key)) {
    const duration = readDuration(value, '', []);
    return duration === undefined ? String(value) : formatDistribution(duration, 'seconds');
  }
  if (typeof value === 'number') return shares.includes(key) ? percent(value) : formatNumber(value, 2);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return key === 'after' || key === 'parts' || key === 'options' ? `"${value}"` : value;
  if (Array.isArray(value)) {
    const items = value.slice(0, 6).map((item) => (isRecord(item) && typeof item['id'] === 'string' ? item['id'] : valueWords(key, item)));
    return items.length === 0 ? 'none' : `${items.join(', ')}${value.length > 6 ? ', …' : ''}`;
  }
  if (!isRecord(value)) return String(value);
  if (key === 'extensions') return 'as given';
  if (typeof value['type'] === 'string') return formatDistribution(value as unknown as Distribution, 'plain');
  if ('start' in value && 'end' in value) return `from ${valueWords(key, value['start'])} to ${valueWords(key, value['end'])}`;
  if (key === 'choice') return `of ${1 + (Array.isArray(value['options']) ? value['options'].length : 0)}`;
  const inner = Object.entries(value).map(([name, item]) =>
    isRecord(item) && !('type' in item) ? `${name} (${valueWords(name, item)})` : `${name} ${valueWords(name, item)}`,
  );
  return inner.join(', ');
}
