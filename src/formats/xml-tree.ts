import { wholeText } from './whole-text';
import { Xml } from './xml';

/** An element with all it holds. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
  /** Where it begins. */
  readonly place: string;
}

const mostElements = 200_000;

/** A whole document as a tree, as deep and as large as {@link Xml} lets it be. */
export function xmlTree(source: unknown, path: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '', place: '' };
  const open = [root];
  let count = 0;
  const xml: Xml = new Xml({
    open({ name, attributes }) {
      if (++count > mostElements)
        throw xml.fault('more', { code: 'too-large', expected: `at most ${mostElements} elements`, params: { max: mostElements } });
      const node: XmlNode = { name, attributes, children: [], text: '', place: xml.place };
      open.at(-1)!.children.push(node);
      open.push(node);
    },
    close: () => void open.pop(),
    text: (text) => void (open.at(-1)!.text += text),
  });
  const text = wholeText(source, path);
  for (let start = 0; start < text.length; start += 65_536) xml.write(text.slice(start, start + 65_536));
  xml.end();
  return root.children[0]!;
}
