import { oneLine } from '../words/one-line';
import { coordinate } from './number-text';

/** Few colours, told apart by lightness as well as hue, so that they hold for colour-blind readers and in grayscale. Marks also differ in shape. */
export const palette = {
  page: '#ffffff',
  ink: '#1f2328',
  muted: '#59626d',
  grid: '#e3e6ea',
  zero: '#79828d',
  wait: '#f2efe8',
  band: '#a9cbe6',
  line: '#0b4f83',
  peak: '#c4500b',
  bar: '#d8a27f',
} as const;

export const fonts = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Any text as XML character data or attribute value: one line that can be read, with markup escaped. */
export function xmlText(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (character) => escapes[character]!);
}

/** How a text looks; whatever is absent is inherited from the picture. */
interface TextStyle {
  readonly size?: number;
  readonly fill?: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly title?: string;
}

/** One line of text at a baseline. */
export function svgText(x: number, y: number, text: string, style: TextStyle = {}): string {
  const attributes = [
    `x="${coordinate(x)}" y="${coordinate(y)}"`,
    ...(style.size === undefined ? [] : [`font-size="${coordinate(style.size)}"`]),
    ...(style.fill === undefined ? [] : [`fill="${style.fill}"`]),
    ...(style.weight === undefined ? [] : [`font-weight="${style.weight}"`]),
    ...(style.anchor === undefined || style.anchor === 'start' ? [] : [`text-anchor="${style.anchor}"`]),
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
