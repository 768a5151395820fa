import type { Issue } from '../errors/issue';
import { at } from '../errors/wording';
import { reading } from '../plain/reading';
import { editIssuesAt, readEdits } from '../redesign/read-edits';
import type { Edit } from '../redesign/types';

/** By variant, the edits that made it, each list checked as edits are. */
export function readProposals(
  written: unknown,
  names: readonly string[],
  path: string,
  issues: Issue[],
): ReadonlyMap<string, readonly Edit[]> {
  const found = new Map<string, readonly Edit[]>();
  const read = reading(written, names, { path, under: path, asTheyAre: [...names], expected: 'a list of edits for each variant by name' });
  issues.push(...read.issues);
  for (const name of names) {
    if (!read.has(name)) continue;
    const { read: edits, issues: faults } = readEdits(read.written[name]);
    const all = [...faults, ...edits.flatMap((one) => one.issues)];
    issues.push(...editIssuesAt(all, at(path, name), true));
    found.set(
      name,
      edits.map(({ edit }) => edit),
    );
  }
  return found;
}
