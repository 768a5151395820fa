import { oneLine } from '../words/one-line';
import { coordinate } from './number-text';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Any text as XML character data or attribute value: one line that can be read, with markup escaped. */
export function xmlText(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (character) => escapes[character]!);
}

/** How a text looks; whatever is absent is inherited from the picture. */
export interface TextStyle {
  readonly size?: number;
  readonly fill?: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly title?: string;
}

const fromRightToLeft = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}/u;

/** Whether a text is written from right to left: its first letter is. */
export function isRightToLeft(text: string): boolean {
  return fromRightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? '');
}

const turned = { start: 'end', middle: 'middle', end: 'start' } as const;

/**
 * One line of text at a baseline; `anchor` is a side of the page, whatever the direction of writing. A name and a figure are two texts, or the figure comes
 * first: a name from right to left would turn what follows it.
 */
export function svgText(x: number, y: number, text: string, style: TextStyle = {}): string {
  const backwards = isRightToLeft(text);
  const anchor = style.anchor ?? 'start';
  const side = backwards ? turned[anchor] : anchor;
  const attributes = [
    `x="${coordinate(x)}" y="${coordinate(y)}"`,
    ...(style.size === undefined ? [] : [`font-size="${coordinate(style.size)}"`]),
    ...(style.fill === undefined ? [] : [`fill="${style.fill}"`]),
    ...(style.weight === undefined ? [] : [`font-weight="${style.weight}"`]),
    ...(side === 'start' ? [] : [`text-anchor="${side}"`]),
    ...(backwards ? ['direction="rtl"'] : []),
  ];
  const title = style.title === undefined ? '' : `<title>${xmlText(style.title)}</title>`;
  return `<text ${attributes.join(' ')}>${title}${xmlText(text)}</text>`;
}

/** A straight line. */
export function svgLine(x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1, dash = ''): string {
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `<line x1="${coordinate(x1)}" y1="${coordinate(y1)}" x2="${coordinate(x2)}" y2="${coordinate(y2)}" stroke="${stroke}" stroke-width="${coordinate(width)}"${dashes}/>`;
}

/** A filled rectangle. */
export function svgRect(x: number, y: number, width: number, height: number, fill: string, rest = ''): string {
  return `<rect x="${coordinate(x)}" y="${coordinate(y)}" width="${coordinate(width)}" height="${coordinate(height)}" fill="${fill}"${rest === '' ? '' : ` ${rest}`}/>`;
}

/** A path. */
export function svgPath(d: string, rest: string): string {
  return d === '' ? '' : `<path d="${d}" ${rest}/>`;
}

/** A diamond, filled or hollow. */
export function diamond(x: number, y: number, r: number, fill: string, stroke: string): string {
  const points = [
    [x, y - r],
    [x + r * 0.9, y],
    [x, y + r],
    [x - r * 0.9, y],
  ].map(([px, py]) => `${coordinate(px!)},${coordinate(py!)}`);
  return `<polygon points="${points.join(' ')}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`;
}

/** A disc, filled or hollow. */
export function disc(x: number, y: number, r: number, fill: string, stroke: string): string {
  return `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(r)}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`;
}
