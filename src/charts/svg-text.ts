import { coordinate } from './number-text';
import { xmlText } from './xml-text';

/** How a text looks; whatever is absent is inherited from the picture. */
export interface TextStyle {
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
