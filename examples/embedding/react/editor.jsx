import { useMemo, useState } from 'react';
import { checkJourney, createSimulator, defineJourney, diffJourneys, toText } from 'peakend';
import { useComparison } from './use-comparison.js';

/** A duration with the text it was typed as, which is kept with the journey and put back into the field. */
const typed = (text) => ({ duration: text, durationText: text });

const today = defineJourney({
  name: 'Clinic visit',
  interactions: [
    { id: 'register', name: 'Register', ...typed('3 to 9 min'), affect: -1 },
    { id: 'queue', name: 'Waiting room', kind: 'wait', ...typed('10 to 50 min'), wait: { tolerance: '15 min' } },
    { id: 'doctor', name: 'Doctor', ...typed('7 to 20 min'), affect: 4 },
    { id: 'pay', name: 'Pay', ...typed('2 to 8 min'), affect: -2 },
  ],
});

// One for the whole editor: it keeps what was drawn, and the baseline as it was lived.
const simulator = createSimulator({ customers: 5000, seed: 'editor', outcomes: ['satisfaction', 'perceivedDuration'] });

/** What stands in the fields is text. What a step has besides stays with it, its id above all: customers are paired by it. */
const draftOf = (journey) =>
  journey.interactions.map((step) => ({
    step,
    fields: { name: step.name ?? '', duration: step.durationText, affect: String(step.affect ?? '') },
  }));

/** The draft as a journey, unchecked: empty fields are left out, a text that is no number is left for checkJourney to tell of. */
const journeyOf = (rows) => ({
  ...today,
  interactions: rows.map(({ step, fields: { name, duration, affect } }) => ({
    ...step,
    name: name === '' ? undefined : name,
    ...typed(duration),
    affect: affect.trim() === '' ? undefined : Number.isFinite(Number(affect)) ? Number(affect) : affect,
  })),
});

export function Editor() {
  const [rows, setRows] = useState(() => draftOf(today));
  const [undo, setUndo] = useState([]);

  const draft = useMemo(() => journeyOf(rows), [rows]);
  const issues = useMemo(() => checkJourney(draft), [draft]);
  const journey = useMemo(() => (issues.length === 0 ? defineJourney(draft) : undefined), [draft, issues]);
  const { comparison, stale, error } = useComparison(simulator, today, journey);

  const change = (next) => {
    setUndo([...undo, rows]);
    setRows(next);
  };
  const edit = (index, field, value) =>
    change(rows.map((row, k) => (k === index ? { ...row, fields: { ...row.fields, [field]: value } } : row)));
  const add = () => change([...rows, { step: { id: `step-${crypto.randomUUID()}` }, fields: { name: '', duration: '', affect: '' } }]);
  const up = (index) => change(rows.with(index - 1, rows[index]).with(index, rows[index - 1]));

  return (
    <main>
      <h1>{today.name}</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">step</th>
            <th scope="col">duration</th>
            <th scope="col">affect, −10 to +10</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ step, fields }, index) => (
            <tr key={step.id} data-step={step.id}>
              {['name', 'duration', 'affect'].map((field) => (
                <td key={field}>
                  <Field
                    label={`${field} of step ${index + 1}`}
                    value={fields[field]}
                    issue={issues.find(({ keys }) => keys[0] === 'interactions' && keys[1] === index && keys[2] === field)}
                    onChange={(value) => edit(index, field, value)}
                  />
                </td>
              ))}
              <td>
                <button disabled={index === 0} onClick={() => up(index)}>
                  up
                </button>{' '}
                <button onClick={() => change(rows.filter((_, k) => k !== index))}>remove</button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <button onClick={add}>add a step</button>{' '}
        <button
          disabled={undo.length === 0}
          onClick={() => {
            setRows(undo.at(-1));
            setUndo(undo.slice(0, -1));
          }}
        >
          undo
        </button>
      </p>
      {rows.length === 0 && <p>A journey needs a step: add one.</p>}
      <section aria-live="polite" aria-busy={stale} id="verdict">
        {error !== undefined ? <p>{error.message}</p> : comparison !== undefined && <p>{comparison.variants.draft.sentence}</p>}
      </section>
      {journey !== undefined && <pre id="changes">{toText(diffJourneys(today, journey))}</pre>}
    </main>
  );
}

/** What to say in a form: of a text, what is amiss with it; of all else, what is expected (hints speak to programmers). */
const wordsOf = ({ code, hint, expected }) => (code === 'invalid-text' && hint !== undefined ? hint : `expected ${expected}`);

/** A field that hints at what is still to come, and warns only of what no more typing can mend. */
function Field({ label, value, issue, onChange }) {
  return (
    <>
      <input
        aria-label={label}
        aria-invalid={issue?.severity === 'wrong'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {issue !== undefined && <small className={issue.severity}>{wordsOf(issue)}</small>}
    </>
  );
}
