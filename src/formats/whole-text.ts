import { JourneyError } from '../errors/journey-error';
import { unfit } from '../errors/wording';
import { isBytes } from './decode';
import type { Leftovers } from './left';
import { placeOf } from './place-in-text';
import { piecesOf } from './sources';

/** Characters of a journey written as text: 10,000 steps of a thousand each. */
const mostCharacters = 20_000_000;

/** A text that is read as a whole: given as text, or as bytes in UTF-8. */
export function wholeText(source: unknown, path: string, left?: Leftovers, most = mostCharacters): string {
  if (typeof source !== 'string' && !isBytes(source)) {
    throw new JourneyError([unfit(source, path, 'a text, or its bytes')]);
  }
  if (source.length > most) {
    const received = `${source.length}`;
    throw new JourneyError([
      {
        code: 'too-large',
        path,
        expected: `at most ${most} ${typeof source === 'string' ? 'characters' : 'bytes'}`,
        received,
        params: { max: most },
      },
    ]);
  }
  const text = Array.from(piecesOf(source, path)).join('');
  const lost = text.indexOf('\ufffd');
  if (lost >= 0) {
    left?.add(
      placeOf(text, lost),
      'characters that were lost before (�): the text was once read in the wrong encoding',
      text.split('\ufffd').length - 1,
    );
  }
  return text;
}
