import { isJourneyError, JourneyError } from '../errors/journey-error';
import { unfit } from '../errors/wording';
import { iterated, methodOf } from '../plain/iterate';
import { Decoder, isBytes, isPacked } from './decode';

/** A text, its bytes in UTF-8, or either of them in pieces. */
export type TextSource = string | Uint8Array | Iterable<string | Uint8Array>;

/** The same, or pieces that come one after another, such as a file or a response being read; also packed with gzip. */
export type TextStream = TextSource | AsyncIterable<string | Uint8Array> | ReadableStream<string | Uint8Array>;

/** Characters handed on at a time: what a reader has to look at again stays small. */
const pieceSize = 65_536;
/** Characters of one text in all: more than any file people exchange, and an end to what never ends. */
const mostCharacters = 4_000_000_000;

const expected = 'a text, its bytes, or pieces of either';

/** The text of a source, piece by piece; what is wrong with it is told under `path`. */
export function* piecesOf(source: unknown, path: string): Generator<string, void> {
  const decoder = new Decoder(path);
  const budget = new Budget(path);
  for (const piece of rawPieces(source, path)) yield* budget.cut(textOf(piece, decoder, path));
  yield* budget.cut(decoder.end());
}

/** As {@link piecesOf}, of a source that may come in its own time, and packed. */
export async function* piecesInTime(source: unknown, path: string): AsyncGenerator<string, void> {
  const decoder = new Decoder(path);
  const budget = new Budget(path);
  for await (const piece of unpacked(inTime(source, path), path)) yield* budget.cut(textOf(piece, decoder, path));
  yield* budget.cut(decoder.end());
}

/** Cuts what is long, and ends what has no end. */
class Budget {
  #spent = 0;
  #isFirst = true;

  constructor(readonly path: string) {}

  *cut(text: string): Generator<string, void> {
    // Empty pieces count too.
    this.#spent += text.length + 1;
    if (this.#spent > mostCharacters) {
      throw new JourneyError([
        {
          code: 'too-large',
          path: this.path,
          expected: `at most ${mostCharacters} characters`,
          received: 'more',
          params: { max: mostCharacters },
        },
      ]);
    }
    const from = this.#isFirst && text.startsWith('\ufeff') ? 1 : 0;
    if (text !== '') this.#isFirst = false;
    for (let start = from; start < text.length; start += pieceSize) yield text.slice(start, start + pieceSize);
  }
}

function textOf(piece: unknown, decoder: Decoder, path: string): string {
  if (typeof piece === 'string') return piece;
  if (isBytes(piece)) return decoder.decode(piece);
  throw new JourneyError([unfit(piece, path, 'pieces of text or bytes')]);
}

function rawPieces(source: unknown, path: string): Iterable<unknown> {
  if (typeof source === 'string' || isBytes(source)) return [source];
  if (methodOf(source, Symbol.iterator) !== undefined) {
    const received = 'pieces that cannot be read';
    return iterated(source, (cause) => new JourneyError([{ code: 'invalid-type', path, expected, received }], { cause }));
  }
  const comesLater = methodOf(source, Symbol.asyncIterator) !== undefined || methodOf(source, 'getReader') !== undefined;
  const hint = comesLater ? 'what comes in its own time is read by the function of the same name that ends in Async' : undefined;
  throw new JourneyError([unfit(source, path, expected, { hint })]);
}

async function* inTime(source: unknown, path: string): AsyncGenerator<unknown, void> {
  if (typeof source !== 'object' || source === null || isBytes(source) || methodOf(source, Symbol.iterator) !== undefined) {
    yield* rawPieces(source, path);
    return;
  }
  if (methodOf(source, Symbol.asyncIterator) !== undefined) {
    yield* source as AsyncIterable<unknown>;
    return;
  }
  if (methodOf(source, 'getReader') === undefined) throw new JourneyError([unfit(source, path, expected)]);
  // Streams of some browsers cannot be iterated.
  const reader = (source as ReadableStream<unknown>).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/** Bytes that begin as gzip does, unpacked; anything else as it is. */
async function* unpacked(pieces: AsyncGenerator<unknown, void>, path: string): AsyncGenerator<unknown, void> {
  let first = await pieces.next();
  // Two bytes say what it is.
  while (first.done !== true && isBytes(first.value) && first.value.length < 2) {
    const next = await pieces.next();
    if (next.done === true || !isBytes(next.value)) {
      yield first.value;
      first = next;
      break;
    }
    const joined = new Uint8Array(first.value.length + next.value.length);
    joined.set(first.value);
    joined.set(next.value, first.value.length);
    first = { done: false, value: joined };
  }
  if (first.done === true) return;
  if (!isBytes(first.value) || !isPacked(first.value)) {
    yield first.value;
    yield* pieces;
    return;
  }
  const all = (async function* () {
    yield first.value;
    yield* pieces;
  })();
  // What the source itself throws is not a fault of what it holds.
  let broke: { readonly error: unknown } | undefined;
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await all.next();
        if (done === true) controller.close();
        else controller.enqueue(value as Uint8Array<ArrayBuffer>);
      } catch (error) {
        broke = { error };
        controller.error(error);
      }
    },
    async cancel() {
      await all.return();
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (cause) {
    if (broke !== undefined) throw broke.error;
    if (isJourneyError(cause)) throw cause;
    const received = 'bytes that end or break within it';
    throw new JourneyError([{ code: 'invalid-text', path, expected: 'bytes packed whole with gzip', received }], { cause });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
