/**
 * Undo and redo for an editor of journeys: a stack of patches, forward and back.
 *
 * Each change is a list of edits. What is kept of it is not a journey but the way there and the way back, as JSON that can be stored beside the
 * journey. Patches fit only the journey they were made from, and are refused by any other: somebody else who edits the same journey is sent the
 * edits. Run it with `node examples/undo-stack/undo-stack.mjs`.
 */
import {
  addChoice,
  applyPatches,
  defineJourney,
  diffJourneys,
  isJourneyError,
  merge,
  move,
  redesign,
  redesignWithPatches,
  toText,
  update,
} from 'peakend';

class UndoStack {
  #done = [];
  #undone = [];

  constructor(journey) {
    this.journey = journey;
  }

  /** All edits or none; what was undone before cannot be redone after a new change. */
  change(edits) {
    const { journey, patches, inversePatches } = redesignWithPatches(this.journey, edits);
    if (journey === this.journey) return false; // Nothing changed: nothing to undo.
    const label = edits.map((edit) => toText(edit, { journey: this.journey })).join(', then ');
    this.#done.push({ label, patches, inversePatches });
    this.#undone = [];
    this.journey = journey;
    return true;
  }

  undo() {
    const step = this.#done.pop();
    if (step === undefined) return undefined;
    this.#undone.push(step);
    this.journey = applyPatches(this.journey, step.inversePatches);
    return step.label;
  }

  redo() {
    const step = this.#undone.pop();
    if (step === undefined) return undefined;
    this.#done.push(step);
    this.journey = applyPatches(this.journey, step.patches);
    return step.label;
  }
}

const visit = defineJourney({
  name: 'Clinic visit',
  interactions: [
    { id: 'thanks', name: 'a word of thanks', duration: '1 min', affect: 4 },
    { id: 'register', duration: '4 min', affect: -1 },
    { id: 'triage', duration: '6 min', affect: -1 },
    { id: 'doctor', duration: '10 min', affect: 3 },
    { id: 'pay', duration: '3 min', affect: -3, after: ['doctor'] },
  ],
});

const order = (journey) => journey.interactions.map((step) => step.id).join(' > ');
const editor = new UndoStack(visit);
console.log(`start   ${order(editor.journey)}`);

const changes = [
  [merge(['register', 'triage'], { id: 'welcome' })],
  [move('thanks', { to: 'end' })],
  [addChoice('doctor', [{ id: 'video', duration: '8 min', affect: 2 }])],
];
for (const edits of changes) {
  editor.change(edits);
  console.log(`change  ${toText(edits[0], { journey: visit })}\n        ${order(editor.journey)}`);
}

// A change that is not possible changes nothing, and says why.
try {
  editor.change([move('pay', { to: 'start' })]);
} catch (error) {
  if (!isJourneyError(error)) throw error;
  console.log(`refused ${error.message}`);
}

console.log(`same    ${editor.change([move('thanks', { to: 'end' })]) ? 'something' : 'nothing'} changed: it already stands there`);

for (let label = editor.undo(); label !== undefined; label = editor.undo()) console.log(`undo    ${label}`);
console.log(`        ${order(editor.journey)}`);
console.log(`        as at the start: ${toText(diffJourneys(visit, editor.journey))}`);

for (let label = editor.redo(); label !== undefined; label = editor.redo()) console.log(`redo    ${label}`);
console.log(`        ${order(editor.journey)}\n`);

// Meanwhile somebody else gave a step another name. Patches would undo that without a word, so they are refused; edits fit.
const edits = [update('pay', { duration: '1 min' })];
const theirs = redesign(visit, [update('pay', { name: 'check out' })]);
try {
  applyPatches(theirs, redesignWithPatches(visit, edits).patches);
} catch (error) {
  if (!isJourneyError(error)) throw error;
  const [{ path, expected }] = error.issues;
  console.log(`refused ${path}: expected ${expected}`);
}
console.log(`fits    ${toText(diffJourneys(visit, redesign(theirs, edits))).replaceAll('\n', ', ')}\n`);
console.log(`from the first journey to this one:\n${toText(diffJourneys(visit, editor.journey))}`);
