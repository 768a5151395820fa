import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { placeAt } from './place-in-text';

/** An element as it begins: its name without a prefix, and its attributes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Who hears what stands in a document. */
export interface XmlListener {
  open(element: XmlElement): void;
  /** The element that was opened last and not closed ends. */
  close(name: string): void;
  /** Text between two tags, blanks included. */
  text?(text: string): void;
}

const deepest = 100;
/** Characters between two tags, or within one. */
const longest = 1_000_000;

/**
 * A document read piece by piece, strictly: what is not well formed is told with line and column. Entities of its own are refused before they could
 * grow, and so is what is too deep or too long.
 */
export class Xml {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  #depth = 0;
  /** Where the last tag ended. */
  #mark = 0;
  /** Where an & stands that begins no character; what is wrong with it shows up later, or never within a comment. */
  #bare: string | undefined;
  /** The beginning of a code that may go on in the next piece. */
  #rest = '';

  constructor(listener: XmlListener) {
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw this.#ampersand() ?? this.fault(toldBy(error), { expected: 'a well-formed XML document' });
    });
    parser.on('doctype', () => {
      throw this.fault('a document type, which may bring entities of its own', {
        expected: 'XML without a document type',
        hint: 'take the <!DOCTYPE …> out',
      });
    });
    parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
      this.#mark = parser.position;
      this.#bare = undefined;
      if (++this.#depth > deepest) {
        throw this.fault('more', { code: 'too-deep', expected: `at most ${deepest} levels of nesting`, params: { max: deepest } });
      }
      listener.open({ name: plainName(name), attributes });
    });
    parser.on('closetag', ({ name }: SaxesTagPlain) => {
      this.#mark = parser.position;
      this.#bare = undefined;
      this.#depth--;
      listener.close(plainName(name));
    });
    if (listener.text !== undefined) parser.on('text', (text) => listener.text!(text));
    // An & is none here.
    parser.on('cdata', (text) => {
      this.#bare = undefined;
      listener.text?.(text);
    });
    parser.on('comment', () => (this.#bare = undefined));
    parser.on('processinginstruction', () => (this.#bare = undefined));
  }

  write(piece: string): void {
    const text = this.#rest + piece;
    const open = /&#?\w{0,20}$/.exec(text.slice(-24));
    this.#rest = open?.[0] ?? '';
    this.#read(text.slice(0, text.length - this.#rest.length));
    if (this.#parser.position - this.#mark <= longest) return;
    throw (
      this.#ampersand() ??
      this.fault('more', { code: 'too-large', expected: `at most ${longest} characters in one tag or text`, params: { max: longest } })
    );
  }

  end(): void {
    this.#read(this.#rest);
    this.#rest = '';
    this.#parser.close();
  }

  #read(text: string): void {
    let start = 0;
    for (const { index } of text.matchAll(/&(?!#?\w{1,40};)/g)) {
      this.#parser.write(text.slice(start, index));
      start = index;
      // The first is the one that is wrong: the parser takes all behind it for the name of a character.
      this.#bare ??= this.place;
    }
    this.#parser.write(text.slice(start));
  }

  #ampersand(): JourneyError | undefined {
    if (this.#bare === undefined) return undefined;
    const hint = 'write &amp; for an & that is one';
    return new JourneyError([
      { code: 'invalid-text', path: this.#bare, expected: 'the code of a character, such as &amp;', received: 'an & on its own', hint },
    ]);
  }

  /** What is wrong where the document has been read to. */
  fault(received: string, more: Partial<Issue> & { readonly expected: string }): JourneyError {
    return new JourneyError([{ code: 'invalid-text', path: this.place, received, ...more }]);
  }

  /** Where the document has been read to. */
  get place(): string {
    return placeAt(this.#parser.line, this.#parser.column + 1);
  }
}

/** `xes:event` is `event`. */
function plainName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** What the parser says, without the place in front: `3:12: unclosed tag: trace`. */
function toldBy(error: Error): string {
  const said = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  return said.length < 80 ? said : quote(said);
}
