import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emotionRibbon, type Picture, type RibbonOptions } from 'peakend/charts';
import { noBrowser, openBrowser } from './browser';
import { comparisonOf, drawnJourneys, simulationOf } from './journeys';
import { faultsOf } from './measure';

/** Every form of the ribbon. */
const forms: Record<string, (journey: (typeof drawnJourneys)[number], options: RibbonOptions) => Picture> = {
  plain: (journey, options) => emotionRibbon(simulationOf(journey), options),
  felt: (journey, options) => emotionRibbon(simulationOf(journey), { ...options, across: 'felt', segment: journey.segments[0]!.id }),
  compared: (journey, options) => emotionRibbon(comparisonOf(journey), options),
  'one segment against another': (journey, options) =>
    emotionRibbon(simulationOf(journey), { ...options, segment: journey.segments[0]!.id, against: journey.segments[1]!.id, theme: 'dark' }),
};

describe.skipIf(noBrowser !== undefined)('the emotion ribbon in a browser', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  for (const [form, draw] of Object.entries(forms)) {
    test.each(drawnJourneys)(`${form}: $name`, async (journey) => {
      const found: string[] = [];
      for (const width of [320, 360, 720, 1_200]) {
        const { svg } = draw(journey, { width });
        expect(/<svg [^>]*width="(\d+)"/.exec(svg)![1]).toBe(String(width));
        // As wide letters as any common face has.
        const markup = svg.replace(/font-family="[^"]*"/, 'font-family="DejaVu Sans"');
        for (const fault of await browser.page.evaluate(faultsOf, markup)) found.push(`${width}: ${fault}`);
      }
      expect(found).toEqual([]);
    });
  }
});
