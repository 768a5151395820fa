/** One difference between two journeys. Places count from 0. */
export type JourneyChange =
  | { readonly change: 'added'; readonly id: string; readonly place: number }
  | { readonly change: 'removed'; readonly id: string; readonly place: number }
  | { readonly change: 'moved'; readonly id: string; readonly from: number; readonly to: number }
  /** Steps became one: `parts` are what it holds now. */
  | { readonly change: 'merged'; readonly id: string; readonly parts: readonly string[] }
  /** One step became several: a merge undone, or a step divided. */
  | { readonly change: 'split'; readonly id: string; readonly parts: readonly string[] }
  /** Another step in the place of one, on the same stream. */
  | { readonly change: 'replaced'; readonly id: string; readonly by: string }
  | { readonly change: 'optionAdded'; readonly id: string; readonly option: string }
  | { readonly change: 'optionRemoved'; readonly id: string; readonly option: string }
  /** A field of a step, part or option, or (without `id`) of the journey. `from` or `to` is absent where there was nothing. */
  | { readonly change: 'changed'; readonly id?: string; readonly field: string; readonly from?: unknown; readonly to?: unknown };

/** What tells one journey from another. */
export interface JourneyDiff {
  /** Whether both hold the same. */
  readonly same: boolean;
  readonly changes: readonly JourneyChange[];
  /** All changes in words, one a line; `'nothing changed'` where there are none. */
  readonly text: string;
}
