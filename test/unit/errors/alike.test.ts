import { describe, expect, it } from 'vitest';
import { seen } from '../../../src/errors/alike';

describe('what is seen of a text', () => {
  it.each([
    ['plain letters', 'check-in', 'check-in'],
    ['plain spaces around them', '  check in ', 'check in'],
    ['a tab', 'check\tin', 'check in'],
    ['a space of another width', 'check\u00a0in', 'check in'],
    ['what has no width', 'check\u200bin', 'checkin'],
    ['a control', 'check\u0007in\u007f', 'checkin'],
    ['an accent on its own', 'cafe\u0301', 'caf\u00e9'],
    ['nothing', '', ''],
  ])('%s', (_, text, look) => expect(seen(text)).toBe(look));
});
