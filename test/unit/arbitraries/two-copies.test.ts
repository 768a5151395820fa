import * as fastCheck4 from 'fast-check';
import * as fastCheck3 from 'fast-check-3';
import { describe, expect, it } from 'vitest';
import { arbitraries, type PortableArbitrary } from '../../../src/arbitraries';
import type { Journey } from '../../../src/journey/types';
import { readSourceTree } from '../../architecture/source-tree';

/** A project may hold two copies of fast-check: its own, and one that some tool brought along. Each is served with what it handed over. */
const old = arbitraries(fastCheck3);
const current = arbitraries(fastCheck4);

describe('two copies of fast-check in one project', () => {
  it('are two copies, of different versions', () => {
    expect(fastCheck3.__version).toMatch(/^3\./);
    expect(fastCheck4.__version).toMatch(/^4\./);
  });

  it('are no business of ours: no file of the entry loads one', () => {
    const tree = [...readSourceTree().values()].filter(({ path }) => path.startsWith('arbitraries'));
    expect(tree.length).toBeGreaterThan(20);
    // Types alone are looked at, and do not reach what is published.
    expect(tree.filter(({ text }) => /^(import|export) (?!type\b)[^;]*'fast-check'/m.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('both run every arbitrary, in one file', () => {
    const options = { seed: 1, numRuns: 20 };
    const seen = new Set<string>();
    const property3 = fastCheck3.property(
      old.journeyWithRedesign({ maxInteractions: 3 }),
      old.segments(),
      old.models(),
      ({ edits }, people, model) => {
        seen.add(edits[0]!.edit);
        expect(people.length).toBeGreaterThan(0);
        expect(model).toBeTypeOf('object');
      },
    );
    const property4 = fastCheck4.property(
      current.journeyWithRedesign({ maxInteractions: 3 }),
      current.segments(),
      current.models(),
      ({ edits }, people, model) => {
        seen.add(edits[0]!.edit);
        expect(people.length).toBeGreaterThan(0);
        expect(model).toBeTypeOf('object');
      },
    );
    fastCheck3.assert(property3, options);
    fastCheck4.assert(property4, options);
    expect(seen.size).toBeGreaterThan(10);
  });

  it('both shrink to the simplest', () => {
    const isShort = ({ interactions }: Journey): boolean => interactions.length < 2;
    const found3 = fastCheck3.check(fastCheck3.property(old.journeys(), isShort), { seed: 1 });
    const found4 = fastCheck4.check(fastCheck4.property(current.journeys(), isShort), { seed: 1 });
    expect(found3.counterexample).toEqual(found4.counterexample);
    expect(found4.counterexample![0].interactions).toHaveLength(2);
  });

  it('have types that fit both, and tell what is in them', () => {
    // Compiled by `npm run types`: each line fails to compile where a type of one copy leaks into the other.
    const fits3: fastCheck3.Arbitrary<Journey> = old.journeys();
    const fits4: fastCheck4.Arbitrary<Journey> = current.journeys();
    const names: PortableArbitrary<string> = current.journeys().map(({ name }) => name);
    fastCheck4.property(
      fastCheck4.tuple(current.journeys(), fastCheck4.integer()),
      ([journey, count]) => journey.interactions.length > count,
    );
    fastCheck3.property(
      old.journeys().chain((journey) => old.edits(journey)),
      ({ edit }) => edit.length > 0,
    );
    // @ts-expect-error a journey has no such key
    fastCheck4.property(current.journeys(), ({ steps }) => steps === undefined);
    // @ts-expect-error an arbitrary of journeys is none of numbers
    const wrong: fastCheck4.Arbitrary<number> = current.journeys();
    // @ts-expect-error fast-check's own arbitraries are bound to their copy: what ours are made not to be
    const crossed: fastCheck3.Arbitrary<number> = fastCheck4.integer();
    expect([fits3, fits4, names, wrong, crossed].every((one) => typeof one.map === 'function')).toBe(true);
  });
});
