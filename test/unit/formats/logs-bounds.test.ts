import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fromLogCsv, fromLogCsvAsync, fromXes, fromXesAsync } from 'peakend/formats';
import { issuesLater, issuesOf } from './issues-of';

const csv = 'case,activity\n1,a\n2,b\n';
const xes = `<log>${['1', '2'].map((name) => `<trace><string key="concept:name" value="${name}"/><event/></trace>`).join('')}</log>`;

describe('what is packed small and holds nothing is not read to its end', () => {
  const issue = { code: 'too-large', expected: expect.stringMatching(/^at most \d+ lines or elements beside \d events$/) };
  const padded = (text: string): Uint8Array => new Uint8Array(gzipSync(text));

  test('blank lines', async () => {
    const [found] = await issuesLater(() => fromLogCsvAsync(padded(csv + '\n'.repeat(102_001))));
    expect(found).toMatchObject({ ...issue, path: 'line[102004]', params: { max: 102_000 } });
    expect((await fromLogCsvAsync(padded(csv + '\n'.repeat(101_000)))).value).toHaveLength(2);
  });

  test.each([
    ['elements nobody knows', '<a/>'],
    ['traces without events', '<trace/>'],
    ['what the log says of itself', '<id key="a" value="b"/>'],
  ])('%s', async (_, padding) => {
    const [found] = await issuesLater(() => fromXesAsync(padded(`<log>${padding.repeat(100_001)}</log>`)));
    expect(found).toMatchObject({ ...issue, path: expect.stringMatching(/^line\[1\]/) });
  });
});

describe('rows handed to an asynchronous function', () => {
  const later = [
    ['CSV', (each: (row: unknown) => unknown) => fromLogCsvAsync(csv, { each })],
    ['XES', (each: (row: unknown) => unknown) => fromXesAsync(xes, { each })],
  ] as const;

  test.each(later)('%s: it is waited for', async (_, read) => {
    let through = 0;
    await read(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      through++;
    });
    expect(through).toBe(2);
  });

  test.each(later)('%s: no more is read before it is through', async (_, read) => {
    const running: number[] = [];
    let now = 0;
    const source = (async function* () {
      for (const piece of ['case,activity\n1,a\n', '2,b\n', '3,c\n']) yield await Promise.resolve(piece);
    })();
    const each = async (): Promise<void> => {
      running.push(++now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now--;
    };
    await fromLogCsvAsync(source, { each });
    expect(running).toEqual([1, 1, 1]);
    await expect(read(each)).resolves.toBeDefined();
  });

  test.each(later)('%s: reading ends with what it fails with, and nothing else does', async (_, read) => {
    await expect(read(() => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
  });

  test.each([
    ['CSV', (each: () => unknown) => fromLogCsv(csv, { each })],
    ['XES', (each: () => unknown) => fromXes(xes, { each })],
  ])('%s: readers that cannot wait refuse it', (_, read) => {
    expect(issuesOf(() => read(() => Promise.reject(new Error('disk full'))))).toMatchObject([
      { code: 'invalid-type', path: 'each', received: 'a promise', hint: expect.stringContaining('Async') },
    ]);
  });
});
