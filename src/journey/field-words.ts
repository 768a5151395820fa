import type { Distribution } from '../distributions/families';
import { formatDistribution } from '../distributions/format-distribution';
import { formatNumber } from '../distributions/format-number';
import { isRecord } from '../plain/check-number';
import { readDuration } from './read-quantity';
import { sourceWords } from './source-words';
import type { Source } from './types';

const seconds: readonly string[] = ['duration', 'tolerance', 'told', 'promise', 'patience', 'expectedDuration'];
const shares: readonly string[] = ['probability', 'dropout', 'skip', 'occupied', 'anxious', 'difficulty', 'endowed', 'cohesion'];

/** Fields that are not said by their own name. */
const namedFields: Readonly<Record<string, string>> = {
  'choice.none': 'walking on',
  'choice.none.appeal': 'appeal of walking on',
  'failure.retry.atMost': 'times it is tried again',
  leavingAffect: 'affect on leaving',
  drawAs: 'stream',
  durationText: 'duration as typed',
};

/** The name of a field as people say it: `wait.occupied` is `occupied`. */
export function fieldWords(field: string): string {
  if (field.startsWith('failure.recovery.')) return `recovery ${field.slice('failure.recovery.'.length)}`;
  const named = namedFields[field];
  if (named !== undefined) return named;
  if (field.startsWith('failure.retry.wait.')) return `retry wait ${field.slice('failure.retry.wait.'.length)}`;
  if (field.startsWith('failure.retry.')) return `retry ${field.slice('failure.retry.'.length)}`;
  if (field.startsWith('failure.wait.')) return `failure wait ${field.slice('failure.wait.'.length)}`;
  if (field.startsWith('failure.')) return `failure ${field.slice('failure.'.length)}`;
  if (field.startsWith('wait.')) return field.slice('wait.'.length);
  if (field.startsWith('choice.')) return `choice ${field.slice('choice.'.length)}`;
  if (field.startsWith('progress.')) return `progress ${field.slice('progress.'.length)}`;
  return field;
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
  if (key === 'source') return sourceWords(value as unknown as Source);
  if (typeof value['type'] === 'string') return formatDistribution(value as unknown as Distribution, 'plain');
  if ('start' in value && 'end' in value) return `from ${valueWords(key, value['start'])} to ${valueWords(key, value['end'])}`;
  if (key === 'choice') return `of ${1 + (Array.isArray(value['options']) ? value['options'].length : 0)}`;
  const inner = Object.entries(value).map(([name, item]) =>
    isRecord(item) && !('type' in item) ? `${name} (${valueWords(name, item)})` : `${name} ${valueWords(name, item)}`,
  );
  return inner.join(', ');
}

export function percent(share: number): string {
  return `${formatNumber(100 * share, 1)} %`;
}
