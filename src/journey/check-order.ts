import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { circles } from './circles';
import type { Hinter } from './hinter';
import type { FoundStep } from './walk-steps';

/** Checks `after` (known, no circle, satisfied by the order as written) and `pin`. */
export function checkOrder(found: readonly FoundStep[], issues: Issue[], hint: Hinter): void {
  checkAfter(found, issues, hint);
  checkPins(found, issues);
}

/** One written `after` that the order does not keep. */
interface Broken {
  readonly from: string;
  readonly to: string;
  readonly issue: Issue;
}

function checkAfter(found: readonly FoundStep[], issues: Issue[], hint: Hinter): void {
  const byId = new Map<string, FoundStep>();
  for (const one of found) if (typeof one.step['id'] === 'string' && !byId.has(one.step['id'])) byId.set(one.step['id'], one);
  const ids = [...byId.keys()];
  const edges = new Map<string, string[]>();
  const broken: Broken[] = [];
  for (const one of found) {
    const after = one.step['after'];
    if (one.role === 'option' || !Array.isArray(after)) continue;
    after.forEach((id: unknown, index) => {
      if (typeof id !== 'string' || id.trim() === '') return;
      const path = at(at(one.path, 'after'), index);
      const other = byId.get(id);
      if (other === undefined) {
        issues.push({ code: 'unknown-id', path, expected: 'the id of a step, part or option', received: quote(id), ...hint(id, ids) });
        return;
      }
      const level = parting(one.places, other.places);
      if (level === undefined) {
        issues.push({
          code: 'conflict',
          path,
          expected: 'the id of another step',
          received: quote(id),
          hint: 'a step cannot come after itself or what it holds',
        });
        return;
      }
      // Only what stands side by side can be ordered: two steps, or two parts of one step.
      const from = placeKey(one.places, level);
      const to = placeKey(other.places, level);
      const targets = edges.get(from);
      if (targets === undefined) edges.set(from, [to]);
      else targets.push(to);
      if (other.places[level]! > one.places[level]!) {
        const issue: Issue = {
          code: 'conflict',
          path,
          expected: `${quote(id)} to stand before ${quote(one.step['id'])}`,
          received: 'the other order',
          hint: 'move one of them, or drop this after',
        };
        broken.push({ from, to, issue });
      }
    });
  }
  addBroken(broken, edges, issues);
}

function addBroken(broken: readonly Broken[], edges: ReadonlyMap<string, readonly string[]>, issues: Issue[]): void {
  if (broken.length === 0) return;
  const circleOf = circles(edges);
  const told = new Set<number>();
  for (const { from, to, issue } of broken) {
    const circle = circleOf.get(from);
    if (circle === undefined || circle !== circleOf.get(to)) issues.push(issue);
    else if (!told.has(circle)) {
      told.add(circle);
      issues.push({
        ...issue,
        code: 'cycle',
        expected: 'an order without a circle',
        received: 'steps that each must come after the other',
        hint: 'drop one of these afters',
      });
    }
  }
}

/** The first level at which two places differ; undefined where one holds the other. */
function parting(a: readonly number[], b: readonly number[]): number | undefined {
  const shared = Math.min(a.length, b.length);
  for (let level = 0; level < shared; level++) if (a[level] !== b[level]) return level;
  return undefined;
}

function placeKey(places: readonly number[], level: number): string {
  return places.slice(0, level + 1).join('.');
}

function checkPins(found: readonly FoundStep[], issues: Issue[]): void {
  for (const { step, path, role, isFirst, isLast } of found) {
    const pin = step['pin'];
    if (role === 'option' || (pin !== 'first' && pin !== 'last') || (pin === 'first' ? isFirst : isLast)) continue;
    const place = pin === 'first' ? 'the first' : 'the last';
    issues.push({
      code: 'conflict',
      path: at(path, 'pin'),
      expected: `${quote(step['id'])} to be ${place} step`,
      received: 'another place',
      hint: `move it, or drop this pin: only ${place} can have it`,
    });
  }
}
