import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { chartsOf, hostile, usual } from './examples';

const schema = JSON.parse(
  readFileSync(new URL('../../../node_modules/vega-lite/build/vega-lite-schema.json', import.meta.url), 'utf8'),
) as object;
const ajv = new Ajv({ strict: false, validateFormats: false });
const validate = ajv.compile(schema);

/** Whatever vega or vega-lite has to say beyond what was asked. */
function listener() {
  const heard: string[] = [];
  const logger: vega.LoggerInterface = {
    level: (() => logger) as unknown as vega.LoggerInterface['level'],
    error: (...words) => (heard.push(words.join(' ')), logger),
    warn: (...words) => (heard.push(words.join(' ')), logger),
    info: () => logger,
    debug: () => logger,
  };
  return { heard, logger };
}

const studies = { 'usual names': chartsOf(usual), 'hostile names': chartsOf(hostile) };

for (const [which, charts] of Object.entries(studies)) {
  describe(`charts with ${which}`, () => {
    it.each(Object.entries(charts))('%s is a Vega-Lite v5 specification that draws without a word', async (_, draw) => {
      for (const options of [{ width: 360, theme: 'dark' }, {}, { width: 1_200 }] as const) {
        const chart = draw(options);
        const text = JSON.stringify(chart);
        const plain = JSON.parse(text) as vegaLite.TopLevelSpec;
        expect(plain).toEqual(chart);
        validate(plain);
        expect(validate.errors ?? []).toEqual([]);
        const { heard, logger } = listener();
        const { spec } = vegaLite.compile(chart as never, { logger });
        expect(JSON.stringify(chart)).toBe(text);
        const view = new vega.View(vega.parse(spec), { renderer: 'none', logger });
        const svg = await view.toSVG();
        expect(heard).toEqual([]);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        view.finalize();
      }
    });

    it.each(Object.entries(charts))('%s has no name in an expression, a signal or the name of a field', (_, draw) => {
      const fields: string[] = [];
      const expressions: string[] = [];
      const walk = (value: unknown, inData: boolean): void => {
        if (Array.isArray(value)) return value.forEach((one) => walk(one, inData));
        if (typeof value !== 'object' || value === null) return;
        for (const [key, inner] of Object.entries(value)) {
          if (!inData && key === 'field') fields.push(String(inner));
          if (!inData && /expr|signal|transform|filter|calculate|params|href|url/i.test(key)) expressions.push(key);
          walk(inner, inData || key === 'values');
        }
      };
      walk(draw({}), false);
      expect(fields.length).toBeGreaterThan(0);
      expect(fields.filter((field) => !/^[a-zA-Z]\w*$/.test(field))).toEqual([]);
      expect(expressions).toEqual([]);
    });
  });
}
