import { clamped } from '../experience/clamped';
import type { LineEffect, LineEffectName, LineExplanation } from './step-types';

/** A line on its way from what is written to what is lived, each effect written down as it comes. */
export class Line {
  readonly #written: { readonly start: number; readonly end: number };
  readonly #effects: LineEffect[] = [];

  /** `start` and `end` are the running values; they may already hold the effects that are only {@link note}d. */
  constructor(
    written: { readonly start: number; readonly end: number },
    public start: number,
    public end: number,
  ) {
    this.#written = written;
  }

  /** An effect that the running values already hold. */
  note(name: LineEffectName, start: number, end: number): void {
    if (start !== 0 || end !== 0) this.#effects.push({ name, start, end });
  }

  /** Goes to new running values by an effect. */
  moveTo(name: LineEffectName, start: number, end: number): void {
    this.note(name, start - this.start, end - this.end);
    this.start = start;
    this.end = end;
  }

  /** Keeps the line within ±10. Where the running values were kept there from the start, what was cut off follows from the written ones. */
  clamp(): void {
    this.start = clamped(this.start);
    this.end = clamped(this.end);
    const start = clamped(this.#sum('start')) - this.#sum('start');
    const end = clamped(this.#sum('end')) - this.#sum('end');
    this.note('clamping', start, end);
  }

  #sum(side: 'start' | 'end'): number {
    return this.#effects.reduce((sum, effect) => sum + effect[side], this.#written[side]);
  }

  explain(): LineExplanation {
    return { written: this.#written, effects: this.#effects, start: this.start, end: this.end };
  }
}
