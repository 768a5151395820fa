import { el } from '../dom';
import type { Segment } from 'peakend';
import type { Actions } from './actions';

/** The emotion ribbon: as it is and as proposed. */
export class RibbonView {
  readonly element: HTMLElement;
  readonly #frame = el('div', { class: 'ribbon' });
  readonly #select: HTMLSelectElement;
  #drawn = '';
  #listed: readonly Segment[] | undefined;

  /** In pixels: how wide a picture may be. */
  width = 640;

  constructor(actions: Actions, onWidth: () => void) {
    this.#select = el('select', { id: 'ribbon-segment', onchange: () => actions.chooseSegment(this.#select.value || undefined) });
    this.element = el(
      'section',
      { class: 'panel ribbon-panel', 'aria-labelledby': 'ribbon-heading' },
      el('h2', { class: 'unseen', id: 'ribbon-heading', text: 'How it feels' }),
      el('label', { class: 'unseen', for: 'ribbon-segment', text: 'Segment shown' }),
      this.#select,
      this.#frame,
    );
    new ResizeObserver(([entry]) => {
      const width = Math.max(320, Math.round(entry!.contentRect.width));
      if (width === this.width) return;
      this.width = width;
      onWidth();
    }).observe(this.#frame);
  }

  setSegments(segments: readonly Segment[], chosen: string | undefined): void {
    if (this.#listed !== segments) {
      this.#listed = segments;
      const options = segments.map(({ id, name }) => el('option', { value: id, text: name ?? id }));
      this.#select.replaceChildren(el('option', { value: '', text: 'All customers' }), ...options);
      this.#select.hidden = segments.length < 2;
    }
    if (this.#select.value !== (chosen ?? '')) this.#select.value = chosen ?? '';
  }

  update(svg: string): void {
    if (svg === this.#drawn) return;
    this.#drawn = svg;
    // The one place where markup is taken as markup: the library draws it and escapes every name in it (docs/reference/charts.md).
    this.#frame.innerHTML = svg;
  }
}
