// A page without a bundler: index.js and its pieces come from the folder peakend/ beside plain/, which is a copy of node_modules/peakend/dist.
import { checkJourney, JourneyError } from '../peakend/index.js';
import { makeAsk } from '../worker-protocol.mjs';

const ask = makeAsk(new Worker(new URL('worker.mjs', import.meta.url), { type: 'module' }), { JourneyError });
const find = (id) => document.getElementById(id);
const [duration, minutes] = [find('duration'), find('minutes')];

const visit = (queue, counter) => ({
  name: 'Counter',
  interactions: [
    { id: 'queue', name: 'Queue', kind: 'wait', duration: queue * 60, affect: -1, wait: { tolerance: '10 min' } },
    { id: 'counter', name: 'Counter', duration: counter, affect: { type: 'normal', mean: 2, sd: 2 } },
  ],
});

async function update() {
  find('shown').textContent = minutes.value;
  const baseline = visit(20, duration.value);
  // Checked here, at once: a draft does not travel.
  const [issue] = checkJourney(baseline);
  duration.setAttribute('aria-invalid', String(issue?.severity === 'wrong'));
  find('fault').className = issue?.severity ?? '';
  find('fault').textContent = issue === undefined ? '' : `expected ${issue.expected}`;
  if (issue !== undefined) return;

  find('verdict').setAttribute('aria-busy', 'true');
  try {
    const answer = await ask('compare', { baseline, variant: visit(Number(minutes.value), duration.value) }, (share) => {
      find('progress').value = share;
    });
    find('verdict').textContent = answer.sentence;
    find('rows').replaceChildren(...answer.rows.map(rowOf));
    find('verdict').setAttribute('aria-busy', 'false');
  } catch (error) {
    if (error.name === 'AbortError') return; // There is a newer question, which will answer.
    find('verdict').textContent = error.message;
  }
}

function rowOf({ outcome, unit, difference, low, high }) {
  const row = document.createElement('tr');
  for (const text of [`${outcome}, ${unit}`, difference.toFixed(2), `${low.toFixed(2)} to ${high.toFixed(2)}`]) {
    row.append(Object.assign(document.createElement('td'), { textContent: text })); // textContent: names stay text
  }
  return row;
}

duration.addEventListener('input', update);
minutes.addEventListener('input', update);
update();
