import { makeEdit } from '../make-edit';
import type { EditOptions, SwapEdit } from '../types';

/**
 * Lets two steps change places; everything between them stays. Refused where an `after` or a `pin` would break.
 *
 * @param a - A step.
 * @param b - Another step.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { redesign, swap } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'pay', duration: 60 }, { id: 'doctor', duration: 600 }, { id: 'thanks', duration: 30 }] };
 * redesign(visit, [swap('pay', 'thanks')]).interactions[2].id; // 'pay'
 */
export function swap(a: string, b: string, options?: EditOptions): SwapEdit {
  return makeEdit<SwapEdit>({ edit: 'swap', id: a, with: b }, options);
}
