import type { Palette } from './palette';
import type { EmotionRibbonStep } from './ribbon-input';

/** What became of a step from one version to the other. */
export type Change = 'new' | 'gone' | 'moved' | 'moved away' | 'changed' | 'merged' | 'split' | 'replaced';

/** One place on the axis: a step of one version, or what both have in common. */
export interface Slot {
  readonly label: string;
  readonly stage?: string | undefined;
  readonly wait: boolean;
  readonly change?: Change;
  /** What was made of several, or came of one. */
  readonly into?: string;
  /** How long that takes. */
  readonly intoTime?: string;
}

/** A step on the line, over one slot or, where another version has parts of it, over several. */
export interface DrawnStep extends EmotionRibbonStep {
  readonly from: number;
  readonly to: number;
}

/** Time between two steps in which nothing is felt. */
export interface DrawnGap {
  readonly label: string;
  readonly seconds: number;
  /** Before which slot it lies; after the last step, how many slots there are. */
  readonly slot: number;
  /** The step before it. */
  readonly after?: string;
}

/** One way the journey goes: a version, or a segment's. */
export interface DrawnLine {
  /** Of several: what it is called. */
  readonly name: string;
  readonly steps: readonly DrawnStep[];
  readonly peakIndex: number;
  readonly endIndex: number;
  readonly gaps?: readonly DrawnGap[];
}

/** Everything that is drawn, before it has a place. */
export interface Drawing {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly note?: string | undefined;
  readonly band: string;
  readonly width: number;
  readonly across: 'clock' | 'felt';
  readonly palette: Palette;
  readonly slots: readonly Slot[];
  /** The one that is looked at; and what it is held against: the version before, or another segment. */
  readonly line: DrawnLine;
  readonly other?: DrawnLine | undefined;
  readonly compares?: 'versions' | 'segments' | undefined;
  /** First sentences of the description. Default: how many steps, and where peak and end are. */
  readonly finding?: string | undefined;
}

/** Both lines, the one that is looked at first. */
export function linesOf({ line, other }: Drawing): readonly DrawnLine[] {
  return other === undefined ? [line] : [line, other];
}

/** How a line is drawn. */
export interface LineStyle {
  readonly color: string;
  readonly width: number;
  readonly dash: string;
}

/** Two lines differ in colour and in dashes. */
export function lineStyle({ palette, compares }: Drawing, which: number): LineStyle {
  if (compares === 'segments') return { color: palette.segments[which]!, width: 2.5, dash: which === 0 ? '' : '7 4' };
  return which === 0 ? { color: palette.line, width: 2.75, dash: '' } : { color: palette.lineBefore, width: 2, dash: '6 4' };
}

/** Narrow pages have smaller margins and titles, and say what rows are above them. */
export function isCompact(width: number): boolean {
  return width < 640;
}

export function marginOf(width: number): number {
  return isCompact(width) ? 14 : 24;
}

/** A piece of the picture and the room it takes. */
export interface Piece {
  readonly svg: string;
  readonly height: number;
}
