import * as vega from 'vega';
import * as vegaLite from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { chartsOf, usual } from './examples';

// Vega measures letters with a canvas, and guesses where there is none, as here: too wide by far.
describe('a chart drawn in plain Node, without a canvas', () => {
  it.each(Object.entries(chartsOf(usual)))('%s has all its words in full', async (_, draw) => {
    for (const width of [360, 640]) {
      const chart = draw({ width });
      const view = new vega.View(vega.parse(vegaLite.compile(chart as never).spec), { renderer: 'none' });
      const cut = Array.from((await view.toSVG()).matchAll(/>([^<>]*…)</g), ([, text]) => text!);
      // What is cut by the chart itself, for want of room, is in its data.
      const data = JSON.stringify(chart);
      expect(cut.filter((text) => !data.includes(`${text}…`))).toEqual([]);
    }
  });
});
