import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replications } from './all';
import { judge, replicationsPage } from './replications-page';

/** Every experiment is run once. */
const judged = replications.map(judge);

/** The rows of the project's list of published results. */
const listed =
  'R1 R4 R5 R6 R8 R9 R8+R9 R18 R19 R20 R21 R23 R24 R25 R26 R27 R28 R29 R31 R32 R33 R34 R35 R36 R37 R38 R39 R40 R41 R43 R44 R45 R48 R49 R50 R51 R54 R56 R57 R58 R59 R60 R62 R63';

describe('published experiments', () => {
  it('are all there, each in a file of its own', () => {
    expect(replications.map(({ id }) => id).join(' ')).toBe(listed);
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => /^r\d.*\.ts$/.test(name));
    expect(files.length).toBe(replications.length);
  });

  it.each(judged.map((one) => [one.replication.id, one] as const))('%s comes out as recorded', (_, { replication, checks, verdict }) => {
    const surprises = checks
      .filter(({ holds, expected }) => holds !== expected)
      .map(({ what, on, predicted }) => `${on}: ${what}: ${predicted}`);
    expect(surprises).toEqual([]);
    expect(verdict).toBe(replication.verdict);
  });

  it('of class A all hold on defaults', () => {
    const classA = replications.filter(({ class: kind }) => kind === 'A');
    expect(classA.length).toBe(11);
    expect(classA.filter(({ verdict }) => verdict !== 'holds').map(({ id }) => id)).toEqual([]);
  });

  it('of class L need a setting, unless the default is known to agree', () => {
    const agree = replications.filter(({ class: kind, verdict }) => kind === 'L' && verdict === 'holds').map(({ id }) => id);
    expect(agree).toEqual(['R25', 'R27', 'R60']);
    for (const { replication, checks, verdict } of judged) {
      const { id, class: kind, setting } = replication;
      if (kind !== 'L' || verdict !== 'holds with the setting') continue;
      expect([id, typeof setting]).toEqual([id, 'string']);
      expect([id, checks.some(({ on, holds }) => on === 'defaults' && !holds)]).toEqual([id, true]);
    }
  });

  it('that miss say why', () => {
    expect(replications.filter(({ verdict, note }) => verdict === 'miss' && note === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('stand in docs/background/replications.md as they come out; run `node scripts/build-replications.mjs` when they do not', () => {
    const page = readFileSync(new URL('../../docs/background/replications.md', import.meta.url), 'utf8');
    expect(page).toBe(replicationsPage(judged));
  });
});
