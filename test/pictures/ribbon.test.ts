import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emotionRibbon, type Picture, type RibbonOptions } from 'peakend/charts';
import { noBrowser, openBrowser } from '../browser';
import { comparisonOf, drawnJourneys, simulationOf } from './journeys';
import { textWidth } from '../../src/ribbon/text-width';
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

  test('no text is wider than it is taken for, in the widest of the common faces', async () => {
    const words = drawnJourneys.flatMap(({ journey }) => [journey.name, ...journey.interactions.map(({ id, name = id }) => name)]);
    const more = [
      '100 % of these, 12 → 8\u00A0min',
      'WWW MMM @@@ %%%',
      'ΑΒΓΔ ωψξ',
      'ЖЩЮ жщю',
      '0123456789',
      'ffi fl Ægir Œuvre ßäöü',
      '安心してお待ちください',
      '환영합니다',
    ];
    const measured = await browser.page.evaluate(
      (texts) => {
        document.body.innerHTML = '<svg xmlns="http://www.w3.org/2000/svg" font-family="DejaVu Sans" font-size="100"><text></text></svg>';
        const text = document.querySelector('text')!;
        return texts.map((one) => {
          text.textContent = one;
          return text.getComputedTextLength();
        });
      },
      [...words, ...more],
    );
    const wider = [...words, ...more].flatMap((text, index) =>
      measured[index]! > textWidth(text, 100) ? [`${text}: ${measured[index]! / textWidth(text, 100)}`] : [],
    );
    expect(measured[0]).toBeGreaterThan(0);
    expect(wider).toEqual([]);
  });

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
