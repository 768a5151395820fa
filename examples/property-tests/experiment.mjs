/**
 * What the searches of experiment.test.mjs have to say.
 *
 *     npm run build && node examples/property-tests/experiment.mjs
 */
import { toText } from 'peakend';
import { findCounterexample } from 'peakend/arbitraries';
import { desksAreAlike, loungeHurtsNobody, screenKeepsPeople } from './searches.mjs';

report('A screen that says who is next', screenKeepsPeople);
report('A lounge, and a longer wait', loungeHurtsNobody);
report('Another desk, staffed like the first', desksAreAlike);

function report(title, search) {
  const result = findCounterexample(search);
  console.log(`${title}\n${'─'.repeat(title.length)}`);
  for (const edit of search.variant) console.log(`· ${toText(edit, { journey: search.baseline })}`);
  console.log(`Standard: ${result.standard}`);
  console.log(`Result: ${result.kind}\n`);
  console.log(result.words);
  if (result.kind === 'counterexample') {
    const { baseline, variants, segments } = result.case;
    console.log(`\nThe smallest case, ready for compare():\n${JSON.stringify(segments)}`);
    console.log(`\nToday\n${toText(baseline)}`);
    console.log(`\nRedesign\n${toText(variants.redesign)}`);
    console.log(`\nShrunk from ${result.shrunkFrom.baseline} steps; ${result.searched.words}.`);
  }
  console.log('');
}
