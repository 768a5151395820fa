import { expect, test } from 'vitest';
import { oneLine, inCode } from '../../../src/words/one-line';
import { everythingSaid } from './hostile-names';

// A terminal may obey these, a page may turn or break at them; none may be there.
const raw = /(?!\n)[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

test('line breaks and tabs become one space, all else that acts is shown as the replacement character', () => {
  expect(oneLine('a\r\n\tb\u2028c\u0085d\u2029e\vf')).toBe('a b c d e f');
  expect(oneLine('\u001b[2J\u0007 \u009b31m \u007f \u202ex\u2066y\u2069 \u200ez\u061c')).toBe(
    '\ufffd[2J\ufffd \ufffd31m \ufffd \ufffdx\ufffdy\ufffd \ufffdz\ufffd',
  );
  expect(oneLine('\ud83d half \ude00')).toBe('\ufffd half \ufffd');
  expect(oneLine('👩‍👩‍👧 é न्दी می‌خواهم')).toBe('👩‍👩‍👧 é न्दी می‌خواهم');
});

test('code keeps what is unreadable as an escape, so that no two keys look alike', () => {
  expect(inCode('a\u202eb\u0085\n"')).toBe('"a\\u202eb\\u0085\\n\\""');
  expect(JSON.parse(inCode('a\u001b\u2029\u009b')) as string).toBe('a\u001b\u2029\u009b');
});

const hostile = ' \u001b[2J\n\u202e\u2066\u200f\u0007\u009b1m\u2028\t\u0085\u007f~';
const said = everythingSaid(hostile, { searching: true });

test('nothing that is said to people holds a character that acts, whatever the names', () => {
  expect(said.sentences.length).toBeGreaterThan(100);
  for (const sentence of said.sentences) expect(sentence, JSON.stringify(sentence)).not.toMatch(/[\n\r]/);
  for (const text of [...said.sentences, ...said.texts, ...said.pages, ...said.pictures]) {
    expect(raw.exec(text)?.[0].codePointAt(0)?.toString(16), JSON.stringify(text.slice(0, 4000))).toBe(undefined);
  }
});

test('the same name reads alike in text, Markdown, pictures, sentences and errors', () => {
  const name = oneLine(hostile).trimEnd();
  for (const text of [...said.texts.slice(0, -1).map((each) => each.replaceAll(/\s+/g, ' ')), ...said.pages, ...said.pictures]) {
    if (text.includes('\ufffd')) expect(text.replaceAll('\\', '')).toContain(name.slice(0, 10));
  }
  expect(said.sentences.filter((sentence) => sentence.includes(name.trim())).length).toBeGreaterThan(50);
});

test('data keep names as they were given', () => {
  const [today] = said.results as readonly [{ journey: { name: string }; study: { seed: string } }];
  expect(today.journey.name).toBe(`journey${hostile}`);
  expect(today.study.seed).toBe(`seed${hostile}`);
});
