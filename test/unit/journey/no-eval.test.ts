import { afterEach, expect, test, vi } from 'vitest';
import { everything } from './sample-journeys';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('checking never makes code from text, which strict content security policies report', async () => {
  const made: unknown[] = [];
  vi.stubGlobal(
    'Function',
    new Proxy(Function, {
      construct(target, texts) {
        made.push(texts);
        return Reflect.construct(target, texts);
      },
    }),
  );
  vi.resetModules();
  const { checkJourney } = await import('../../../src/journey/define-journey');
  const { checkSegments } = await import('../../../src/journey/define-segments');
  expect(checkJourney(everything)).toEqual([]);
  expect(checkJourney({ ...everything, cohesion: 2 })).toHaveLength(1);
  expect(checkSegments([{ id: 'a', share: 1 }])).toEqual([]);
  expect(made).toEqual([]);
  // That the watch works: zod's full build does it where a schema is made.
  const z = await import('zod');
  z.object({});
  expect(made).toEqual([['']]);
});
