import type { Issue } from 'peakend';
import { el } from '../dom';

/** Every fault: where, what was expected and came instead, and what helps. */
export function issueList(issues: readonly Issue[], more = 0): HTMLElement {
  const list = el('ul', { class: 'issues' });
  for (const { path, expected, received, hint } of issues) {
    list.append(
      el(
        'li',
        {},
        el('code', { text: placeWords(path) }),
        el('span', { text: ` expected ${expected}, received ${received}` }),
        hint === undefined ? undefined : el('span', { class: 'hint', text: hint }),
      ),
    );
  }
  if (more > 0) list.append(el('li', { text: `and ${more} more` }));
  return list;
}

/** Places in texts as people count them: `line[3].column[20]` is line 3, column 20. */
function placeWords(path: string): string {
  if (path === '') return 'the whole';
  return /^line\[/.test(path) ? path.replace(/\b(line|column)\[(\d+)\]/g, '$1 $2').replace('.', ', ') : path;
}
