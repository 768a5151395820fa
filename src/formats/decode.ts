import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { lineEnds, placeAt } from './place-in-text';

const hint = 'save it as UTF-8: of a table, a spreadsheet offers CSV UTF-8; of XML, the bytes count and not the encoding it declares';

/** Bytes of a file, piece by piece, as text. What is not UTF-8 is told at its line. */
export class Decoder {
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  #lines = 1;
  #isFirst = true;

  /** `path`: what the bytes are to the caller. */
  constructor(readonly path: string) {}

  decode(bytes: Uint8Array): string {
    if (this.#isFirst && bytes.length > 0) this.#begin(bytes);
    return this.#text(bytes, () => this.#utf8.decode(bytes, { stream: true }));
  }

  /** What is left where the bytes end within a character. */
  end(): string {
    return this.#text(new Uint8Array(), () => this.#utf8.decode());
  }

  #begin(bytes: Uint8Array): void {
    this.#isFirst = false;
    const [first, second] = bytes;
    if (first === 0x1f && second === 0x8b) {
      const how = 'unpack it first, or read it with the function of the same name that ends in Async';
      throw this.#fault(this.path, 'text, or the bytes of a text in UTF-8', 'bytes packed with gzip', how);
    }
    const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
    if (isWide) throw this.#fault(placeAt(1), 'text in UTF-8', 'bytes of UTF-16 or of no text at all', hint);
  }

  #text(bytes: Uint8Array, decode: () => string): string {
    let text: string;
    try {
      text = decode();
    } catch {
      const before = new TextDecoder('utf-8').decode(bytes).split('\ufffd', 1)[0]!;
      throw this.#fault(placeAt(this.#lines + lineEnds(before)), 'text in UTF-8', 'bytes of another encoding', hint);
    }
    this.#lines += lineEnds(text);
    return text;
  }

  #fault(path: string, expected: string, received: string, how: string): JourneyError {
    const issue: Issue = { code: 'invalid-text', path, expected, received, hint: how };
    return new JourneyError([issue]);
  }
}

/** Whether bytes begin as gzip does. */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Whether something from outside is bytes: asked of anything at all, which may throw at being asked. */
export function isBytes(value: unknown): value is Uint8Array {
  try {
    return value instanceof Uint8Array;
  } catch {
    return false;
  }
}
