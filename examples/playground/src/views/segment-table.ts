import { el, setText } from '../dom';
import { between, digitsFor, percent, plain, shareChange, signed, time, timeChange } from '../numbers';
import type { Answer, Change, SegmentAnswer } from '../protocol';

const shapes = { better: '\u25b2', worse: '\u25bc', 'practically the same': '=', undecided: '?' } as const;

const scales = [2, 5, 10, 20, 50];

interface Row {
  readonly element: HTMLTableRowElement;
  readonly cells: readonly HTMLTableCellElement[];
  readonly span: HTMLElement;
  readonly dot: HTMLElement;
}

/** Satisfaction, felt time and completion of each segment, before and after. */
export class SegmentTable {
  readonly element: HTMLElement;
  readonly #body = el('tbody');
  readonly #rows = new Map<string, Row>();

  constructor() {
    const head = el('tr', {}, ...['Segment', 'Satisfaction', 'Felt time', 'Complete'].map((text) => el('th', { scope: 'col', text })));
    this.element = el(
      'section',
      { class: 'panel', 'aria-labelledby': 'segments-heading' },
      el('header', {}, el('h2', { id: 'segments-heading', text: 'Segment by segment' })),
      el('table', { class: 'segments' }, el('thead', {}, head), this.#body),
    );
  }

  update({ overall, segments, isChanged }: Answer): void {
    const all = segments.length > 1 ? [overall, ...segments] : [overall];
    const farthest = Math.max(...all.map(({ satisfaction: { low, high } }) => Math.max(Math.abs(low), Math.abs(high))));
    // A scale that seldom changes, so that what moves is the verdict.
    const widest = scales.find((scale) => scale >= farthest) ?? 100;
    const wanted = all.map((answer) => {
      const row = this.#row(answer.id ?? '');
      write(row, answer, isChanged, widest);
      return row.element;
    });
    if (wanted.length !== this.#body.children.length || wanted.some((row, index) => this.#body.children[index] !== row)) {
      this.#body.replaceChildren(...wanted);
    }
  }

  #row(key: string): Row {
    let row = this.#rows.get(key);
    if (row === undefined) this.#rows.set(key, (row = makeRow(key)));
    return row;
  }
}

function makeRow(key: string): Row {
  const span = el('i', { class: 'span' });
  const dot = el('i', { class: 'dot' });
  const difference = el('span', { class: 'difference' });
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' }, el('i', { class: 'zero' }), span, dot);
  const cells = [
    el('td', {}, el('span', { class: 'now' }), difference, bar),
    el('td', {}, el('span', { class: 'now' }), el('span', { class: 'difference' })),
    el('td', {}, el('span', { class: 'now' }), el('span', { class: 'difference' })),
  ];
  const element = el('tr', { class: key === '' ? 'overall' : '' }, el('th', { scope: 'row' }), ...cells);
  return { element, cells, span, dot };
}

function write({ element, cells, span, dot }: Row, answer: SegmentAnswer, isChanged: boolean, widest: number): void {
  const { satisfaction, feltTime, completed } = answer;
  const head = element.querySelector('th')!;
  setText(head, answer.id === undefined ? answer.name : `${answer.name}\u2002${percent(answer.share)}`);
  writeCell(cells[0]!, satisfaction, isChanged, plain, intervalWords(satisfaction));
  writeCell(cells[1]!, feltTime, isChanged, time, timeChange(feltTime.difference));
  writeCell(cells[2]!, completed, isChanged, percent, shareChange(completed.difference));
  const at = (value: number): number => 50 + (50 * value) / widest;
  const { low, high, difference, conclusion } = satisfaction;
  element.dataset['conclusion'] = isChanged ? conclusion : 'none';
  span.style.left = `${at(low)}%`;
  span.style.width = `${Math.max(0, at(high) - at(low))}%`;
  dot.style.left = `${at(difference)}%`;
  cells[0]!.title = isChanged ? conclusion : '';
}

function intervalWords({ difference, low, high, conclusion }: Change): string {
  return `${shapes[conclusion]} ${signed(difference, digitsFor(low, high))} (${between(low, high)})`;
}

function writeCell(
  cell: HTMLTableCellElement,
  { before, after }: Change,
  isChanged: boolean,
  value: (amount: number) => string,
  change: string,
): void {
  const [now, told] = cell.children as unknown as [HTMLElement, HTMLElement];
  setText(now, value(isChanged ? after : before));
  setText(told, isChanged ? change : '');
}
