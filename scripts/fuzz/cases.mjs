import { makeDice } from './dice.mjs';
import { describeMutation, drawMutation, mutate, placesIn } from './hostile.mjs';
import { faultOfError, faultOfInput, faultOfResult, faultOfWorld, snapshot } from './oracle.mjs';
import { isDear } from './subjects.mjs';

/** A promise that is still open after this many milliseconds will never be kept. */
const patience = 20_000;

/** Makes, runs and judges single cases. `library` is what is called; `subjects` know how. */
export class Cases {
  constructor(library, subjects, seed, beat) {
    this.isJourneyError = library.main.isJourneyError;
    this.subjects = subjects;
    this.seed = seed;
    this.beat = beat;
    this.rejections = [];
  }

  /** The function and the changes of case `number`; of the changes only those in `keep`, where it is given. */
  draw(number, keep) {
    const dice = makeDice(this.seed, number);
    const subject = this.subjects[(number * 7919) % this.subjects.length];
    const args = subject.args(makeDice(this.seed, number, 'arguments'));
    const count = dice.pick([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4]);
    const mutations = [];
    for (let left = count; left > 0; left--) {
      const mutation = drawMutation(dice, args);
      if (mutation !== undefined) mutations.push(mutation);
    }
    const kept = keep === undefined ? mutations : mutations.filter((_, index) => keep.includes(index));
    return { number, subject, mutations: kept, drawn: mutations.length, removed: [] };
  }

  argsOf({ number, subject, mutations, removed }) {
    const args = subject.args(makeDice(this.seed, number, 'arguments'));
    for (const path of removed) mutate(args, { act: 'drop', path });
    for (const mutation of mutations) mutate(args, mutation);
    return args;
  }

  /** `skipped`, or whether it was taken (`accepted`) and the `fault`, if there is one. */
  async run(one) {
    const { subject } = one;
    this.beat();
    const args = this.argsOf(one);
    if (isDear(args)) return { skipped: true };
    const before = snapshot(args);
    const call = subject.call ?? ((fn, given) => fn(...given));
    let fault;
    let accepted = false;
    this.rejections.length = 0;
    try {
      let made = call(subject.fn, args);
      if (made instanceof Promise) made = await inTime(made);
      accepted = true;
      fault = subject.result === 'number' ? faultOfNumbers(made) : faultOfResult(made, subject);
    } catch (error) {
      fault = error === late ? { kind: 'never ends', detail: 'a promise that is never kept' } : faultOfError(error, this.isJourneyError);
    }
    // A rejection that nobody took is known one turn later.
    if (/Async|runnerLaws/.test(subject.name)) await new Promise((resolve) => setTimeout(resolve, 0));
    fault ??= this.rejections.map((error) => faultOfError(error, this.isJourneyError)).find((found) => found !== undefined);
    fault ??= this.rejections.length > 0 ? { kind: 'unhandled rejection', detail: 'of a function of the caller' } : undefined;
    fault ??= faultOfInput(before) ?? faultOfWorld();
    return { accepted, fault };
  }

  /** The same fault with as few changes and as little around them as can be found in a few tries. */
  async smaller(one, fault) {
    let known = one;
    let tries = 80;
    const still = async (next) => {
      if (tries-- <= 0) return false;
      const { fault: found } = await this.run(next);
      return found !== undefined && signature(next, found) === signature(one, fault);
    };
    for (const mutation of one.mutations) {
      const next = { ...known, mutations: known.mutations.filter((other) => other !== mutation) };
      if (await still(next)) known = next;
    }
    const places = placesIn(this.argsOf({ ...known, mutations: [] }), 300).filter(
      (path) => path.length > 1 && typeof path.at(-1) === 'string',
    );
    for (const path of places.sort((a, b) => a.length - b.length)) {
      if (known.mutations.some((mutation) => isWithin(mutation.path, path)) || known.removed.some((gone) => isWithin(path, gone))) continue;
      const next = { ...known, removed: [...known.removed, path] };
      if (await still(next)) known = next;
    }
    return known;
  }

  /** A case in words: what is called, with what. */
  tell(one) {
    const { subject, mutations, removed } = one;
    const plain = { ...one, mutations: [], removed };
    return [
      `  const args = ${write(this.argsOf(plain))};`,
      ...mutations.map((mutation) => `  ${describeMutation(mutation)};`),
      `  ${subject.name.replace(/^\w+\./, '')}${subject.label === undefined ? '' : ` (${subject.label})`}(...args);`,
    ].join('\n');
  }
}

const late = Symbol('late');

function inTime(promise) {
  let timer;
  const never = new Promise((_, reject) => {
    timer = setTimeout(() => reject(late), patience);
  });
  return Promise.race([promise, never]).finally(() => clearTimeout(timer));
}

/** A law of a distribution may have no ends; it is a number all the same. */
function faultOfNumbers(made) {
  const values = typeof made === 'object' && made !== null ? Object.values(made) : [made];
  const wrong = values.find((value) => typeof value !== 'number' || Number.isNaN(value) || Object.is(value, -0));
  return wrong === undefined ? undefined : { kind: 'not a number', detail: Object.is(wrong, -0) ? '-0' : String(wrong) };
}

const isWithin = (path, outer) => outer.every((key, index) => path[index] === key);

/** Faults of one kind: figures and places may differ. */
export function signature({ subject }, { kind, detail }) {
  return `${subject.name}${subject.label === undefined ? '' : `/${subject.label}`} · ${kind} · ${detail
    .replace(/\(?file:\S+/g, '')
    .replace(/\d[\d.e+-]*/g, '#')
    .slice(0, 140)}`;
}

const mostWritten = 1500;

function write(value) {
  const text = writeValue(value, 0) ?? 'undefined';
  return text.length > mostWritten ? `${text.slice(0, mostWritten)} …` : text;
}

function writeValue(value, depth) {
  if (typeof value === 'function') return String(value).slice(0, 80);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : (JSON.stringify(value) ?? String(value));
  if (value.kind === 'simulation' || value.kind === 'comparison')
    return `<a ${value.kind}${Object.isFrozen(value) ? '' : ', read back from JSON'}>`;
  if (depth > 12) return '…';
  if (Array.isArray(value)) return `[${value.map((item) => writeValue(item, depth + 1)).join(', ')}]`;
  const entries = Object.entries(value).map(
    ([key, item]) => `${/^\w+$/.test(key) ? key : JSON.stringify(key)}: ${writeValue(item, depth + 1)}`,
  );
  return `{ ${entries.join(', ')} }`;
}
