import { meant } from '../errors/unknown-name';
import { quote } from '../errors/wording';

/** Finds the known name nearest to what was written, as a hint. */
export type Hinter = (written: string, known: readonly string[]) => { readonly hint?: string };

/** Comparing every wrong name with every known one could take minutes for large bad input: one hinter does only so much work. */
export function makeHinter(): Hinter {
  let allowance = 20_000_000;
  return (written, known) => {
    allowance -= known.length * Math.min(written.length, 200) * 10;
    return allowance < 0 ? {} : meant(written, known, quote);
  };
}
