import { el, setText } from '../dom';
import { percent, plain, signed, time } from '../numbers';
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

  update({ overall, segments }: Answer, hasEdits: boolean): void {
    const all = segments.length > 1 ? [overall, ...segments] : [overall];
    const farthest = Math.max(...all.map(({ satisfaction: { low, high } }) => Math.max(Math.abs(low), Math.abs(high))));
    // A scale that seldom changes, so that what moves is the verdict.
    const widest = scales.find((scale) => scale >= farthest) ?? 100;
    const wanted = all.map((answer) => {
      const row = this.#row(answer.id ?? '');
      write(row, answer, hasEdits, widest);
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

function write({ element, cells, span, dot }: Row, answer: SegmentAnswer, hasEdits: boolean, widest: number): void {
  const { satisfaction, feltTime, completed } = answer;
  const head = element.querySelector('th')!;
  setText(head, answer.id === undefined ? answer.name : `${answer.name}\u2002${percent(answer.share)}`);
  writeCell(cells[0]!, satisfaction, hasEdits, plain, (value) => signed(value));
  writeCell(cells[1]!, feltTime, hasEdits, time, (value) =>
    Math.abs(value) < 1 ? 'same' : `${value < 0 ? '\u2212' : '+'}${time(Math.abs(value))}`,
  );
  writeCell(cells[2]!, completed, hasEdits, percent, (value) => (Math.abs(value) < 0.0005 ? 'same' : `${signed(100 * value)}\u00a0pp`));
  const at = (value: number): number => 50 + (50 * value) / widest;
  const { low, high, difference, conclusion } = satisfaction;
  element.dataset['conclusion'] = hasEdits ? conclusion : 'none';
  span.style.left = `${at(low)}%`;
  span.style.width = `${Math.max(0, at(high) - at(low))}%`;
  dot.style.left = `${at(difference)}%`;
  cells[0]!.title = hasEdits ? `${signed(difference)} points (${signed(low)} to ${signed(high)}): ${conclusion}` : '';
}

function writeCell(
  cell: HTMLTableCellElement,
  { before, after, difference, low, high, conclusion }: Change,
  hasEdits: boolean,
  value: (amount: number) => string,
  change: (amount: number) => string,
): void {
  const [now, told] = cell.children as unknown as [HTMLElement, HTMLElement];
  setText(now, value(hasEdits ? after : before));
  const isSatisfaction = cell.querySelector('.bar') !== null;
  const words = change(difference);
  const interval = isSatisfaction ? ` (${signed(low)} to ${signed(high)})` : '';
  setText(told, !hasEdits ? '' : words === 'same' ? 'same' : `${isSatisfaction ? `${shapes[conclusion]} ` : ''}${words}${interval}`);
}
