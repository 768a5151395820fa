import type { Place } from 'peakend';
import { noteInput } from '../timing';

export interface DragHost {
  readonly list: HTMLElement;
  /** Ids in the order shown. */
  ids(): readonly string[];
  nameOf(id: string): string;
  /** Shows a step at a place; false, with the reason told, where it may not go. */
  preview(id: string, place: Place): string | undefined;
  /** Puts it there. */
  drop(id: string, place: Place): void;
  /** Nothing happened. */
  cancel(): void;
  tell(text: string): void;
  /** Hands have let go: what waited for it can be drawn. */
  released(): void;
}

/** The place in words of the library for a step that is to be the one at `index`. */
export function placeAt(ids: readonly string[], id: string, index: number): Place {
  const others = ids.filter((other) => other !== id);
  if (index <= 0) return { to: 'start' };
  if (index >= others.length) return { to: 'end' };
  return { after: others[index - 1]! };
}

interface Lift {
  readonly id: string;
  readonly from: number;
  index: number;
}

interface Grip extends Lift {
  readonly pointer: number;
  readonly row: HTMLElement;
  readonly rows: readonly HTMLElement[];
  readonly middles: readonly number[];
  readonly heights: readonly number[];
  readonly startY: number;
  readonly startScroll: number;
  y: number;
  frame: number;
}

/** Near the edge of the window the page scrolls along, pixels and pixels a frame. */
const edge = 70;
const fastest = 14;

/**
 * Steps are moved by their handles: with mouse, pen or finger (the handle alone takes the touch, so that the page still scrolls), or with the keyboard:
 * space lifts and drops, arrows move, escape puts back.
 */
export class Drag {
  readonly #host: DragHost;
  #grip: Grip | undefined;
  #lift: Lift | undefined;

  constructor(host: DragHost) {
    this.#host = host;
    host.list.addEventListener('pointerdown', (event) => this.#down(event));
    host.list.addEventListener('pointermove', (event) => this.#move(event));
    host.list.addEventListener('pointerup', (event) => this.#up(event));
    host.list.addEventListener('pointercancel', () => this.#release(false));
    host.list.addEventListener('keydown', (event) => this.#key(event));
    host.list.addEventListener('focusout', (event) => this.#left(event));
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#grip !== undefined) this.#release(false);
    });
  }

  /** While a row follows the pointer the list keeps its order. */
  get isPointing(): boolean {
    return this.#grip !== undefined;
  }

  /** The step that is lifted with the keyboard. */
  get lifted(): string | undefined {
    return this.#lift?.id;
  }

  #down(event: PointerEvent): void {
    const handle = (event.target as Element).closest<HTMLButtonElement>('.handle');
    if (handle === null || handle.disabled || event.button !== 0 || this.#grip !== undefined) return;
    const row = handle.closest<HTMLElement>('.step')!;
    const id = row.dataset['id']!;
    this.#putBack();
    const rows = [...this.#host.list.children] as HTMLElement[];
    const from = this.#host.ids().indexOf(id);
    const boxes = rows.map((one) => one.getBoundingClientRect());
    handle.setPointerCapture(event.pointerId);
    this.#grip = {
      id,
      from,
      index: from,
      pointer: event.pointerId,
      row,
      rows,
      middles: boxes.map(({ top, height }) => top + height / 2 + scrollY),
      heights: boxes.map(({ height }, index) => (index + 1 < boxes.length ? boxes[index + 1]!.top - boxes[index]!.top : height)),
      startY: event.clientY,
      startScroll: scrollY,
      y: event.clientY,
      frame: requestAnimationFrame(() => this.#paint()),
    };
    row.classList.add('dragged');
    this.#host.list.classList.add('dragging');
  }

  #move(event: PointerEvent): void {
    if (this.#grip?.pointer !== event.pointerId) return;
    this.#grip.y = event.clientY;
    noteInput(event.timeStamp);
    event.preventDefault();
  }

  /** Once a frame: the row under the pointer, the others out of its way. */
  #paint(): void {
    const grip = this.#grip;
    if (grip === undefined) return;
    const { row, rows, from, middles, heights, y, startY, startScroll } = grip;
    const pull = y < edge ? (y - edge) / edge : y > innerHeight - edge ? (y - innerHeight + edge) / edge : 0;
    if (pull !== 0 && y !== startY) scrollBy(0, Math.max(-1, Math.min(1, pull)) * fastest);
    const moved = y - startY + scrollY - startScroll;
    row.style.transform = `translateY(${moved}px)`;
    // A neighbour makes room once the edge that comes towards it has reached its middle.
    const half = row.offsetHeight / 2;
    const middle = middles[from]! + moved;
    const index = middles.filter((other, at) => (at < from ? other < middle - half : at > from && other < middle + half)).length;
    if (index !== grip.index) {
      grip.index = index;
      rows.forEach((other, at) => {
        if (at === from) return;
        const shift = at > from && at <= index ? -heights[from]! : at < from && at >= index ? heights[from]! : 0;
        other.style.transform = shift === 0 ? '' : `translateY(${shift}px)`;
      });
      const refused = this.#host.preview(grip.id, placeAt(this.#host.ids(), grip.id, index));
      row.classList.toggle('refused', refused !== undefined);
    }
    grip.frame = requestAnimationFrame(() => this.#paint());
  }

  #up(event: PointerEvent): void {
    if (this.#grip?.pointer === event.pointerId) {
      // Where it was let go counts, also when no frame was drawn since.
      cancelAnimationFrame(this.#grip.frame);
      this.#grip.y = event.clientY;
      this.#paint();
      this.#release(true);
    }
  }

  #release(isDropped: boolean): void {
    const grip = this.#grip;
    if (grip === undefined) return;
    this.#grip = undefined;
    cancelAnimationFrame(grip.frame);
    this.#host.list.classList.remove('dragging');
    for (const row of grip.rows) row.style.transform = '';
    grip.row.classList.remove('dragged', 'refused');
    if (isDropped && grip.index !== grip.from) this.#host.drop(grip.id, placeAt(this.#host.ids(), grip.id, grip.index));
    else this.#host.cancel();
    this.#host.released();
  }

  #key(event: KeyboardEvent): void {
    const handle = (event.target as Element).closest<HTMLButtonElement>('.handle');
    if (handle === null) return;
    const id = handle.closest<HTMLElement>('.step')!.dataset['id']!;
    const lift = this.#lift;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (lift === undefined) this.#take(id);
      else this.#putDown(lift);
    } else if (lift !== undefined && event.key === 'Escape') {
      event.preventDefault();
      this.#putBack();
    } else if (lift !== undefined && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      this.#shift(lift, event.key === 'ArrowUp' ? -1 : 1);
    }
  }

  #take(id: string): void {
    const from = this.#host.ids().indexOf(id);
    this.#lift = { id, from, index: from };
    this.#host.tell(
      `${this.#host.nameOf(id)} lifted, ${from + 1} of ${this.#host.ids().length}. Arrows move it, space drops it, escape puts it back.`,
    );
    this.#mark();
  }

  #shift(lift: Lift, by: number): void {
    const ids = this.#host.ids();
    const index = Math.max(0, Math.min(ids.length - 1, lift.index + by));
    if (index === lift.index) return;
    const refused = this.#host.preview(lift.id, placeAt(ids, lift.id, index));
    if (refused === undefined) lift.index = index;
    this.#host.tell(refused ?? `${this.#host.nameOf(lift.id)}, ${index + 1} of ${ids.length}`);
    this.#mark();
    this.#row(lift.id)?.scrollIntoView({ block: 'nearest' });
  }

  #putDown(lift: Lift): void {
    const ids = this.#host.ids();
    this.#lift = undefined;
    if (lift.index === lift.from) this.#host.cancel();
    else this.#host.drop(lift.id, placeAt(ids, lift.id, lift.index));
    this.#host.tell(`${this.#host.nameOf(lift.id)} dropped, ${lift.index + 1} of ${ids.length}`);
    this.#mark();
  }

  #putBack(): void {
    const lift = this.#lift;
    if (lift === undefined) return;
    this.#lift = undefined;
    this.#host.cancel();
    this.#host.tell(`${this.#host.nameOf(lift.id)} is back where it was`);
    this.#mark();
  }

  /** Focus that goes elsewhere puts back what was lifted; a row that is moved loses it only for a moment. */
  #left(event: FocusEvent): void {
    if (this.#lift === undefined || !(event.target as Element).matches('.handle')) return;
    setTimeout(() => {
      const row = this.#lift && this.#row(this.#lift.id);
      if (row !== undefined && !row?.contains(document.activeElement)) this.#putBack();
    });
  }

  #mark(): void {
    for (const row of this.#host.list.children) {
      const isLifted = (row as HTMLElement).dataset['id'] === this.#lift?.id;
      row.classList.toggle('lifted', isLifted);
      row.querySelector('.handle')?.setAttribute('aria-pressed', String(isLifted));
    }
  }

  #row(id: string): HTMLElement | undefined {
    return ([...this.#host.list.children] as HTMLElement[]).find((row) => row.dataset['id'] === id);
  }
}
