import { defineJourney, redesign, type Edit, type Journey, type StandardInput } from 'peakend';
import type { Project } from './project';
import { withEdit, type Attempt } from './proposal';

/** What can be undone: everything a person changes. */
export interface Draft {
  readonly edits: readonly Edit[];
  readonly standards: readonly StandardInput[];
}

/** A project under the hand: immutable, each change makes another. */
export interface State {
  readonly journey: Journey;
  readonly segments: Project['segments'];
  readonly draft: Draft;
  /** The journey that the draft makes. */
  readonly current: Journey;
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
  /** What the last change was part of: changes of one gesture are undone together. */
  readonly gesture: string | undefined;
}

const mostUndone = 200;

export function begin({ journey: sent, segments, standards, edits }: Project): State {
  // What came from the worker is a copy: checked here once, it need not be again with every edit.
  const journey = defineJourney(sent);
  return {
    journey,
    segments,
    draft: { edits, standards },
    current: redesign(journey, edits),
    past: [],
    future: [],
    gesture: undefined,
  };
}

/** Another draft, and the journey it makes. Changes that carry the same gesture, one after the other, are one step back. */
export function change(state: State, draft: Draft, current: Journey, gesture?: string): State {
  const isGoingOn = gesture !== undefined && gesture === state.gesture;
  return {
    ...state,
    draft,
    current,
    past: isGoingOn ? state.past : [...state.past.slice(-mostUndone), state.draft],
    future: [],
    gesture,
  };
}

/** One more edit, or why it cannot be. */
export function tryEdit(state: State, edit: Edit): Attempt {
  return withEdit(state.journey, state.draft.edits, edit);
}

export function undo(state: State): State {
  return travel(state, state.past, state.future, ([draft, past, future]) => ({ draft, past, future }));
}

export function redo(state: State): State {
  return travel(state, state.future, state.past, ([draft, future, past]) => ({ draft, past, future }));
}

type Travelled = readonly [draft: Draft, from: readonly Draft[], to: readonly Draft[]];

function travel(
  state: State,
  from: readonly Draft[],
  to: readonly Draft[],
  arrive: (travelled: Travelled) => Pick<State, 'draft' | 'past' | 'future'>,
): State {
  const draft = from.at(-1);
  if (draft === undefined) return state;
  const arrived = arrive([draft, from.slice(0, -1), [...to, state.draft]]);
  return { ...state, ...arrived, current: redesign(state.journey, draft.edits), gesture: undefined };
}

/** The whole as a link or a file carries it. */
export function projectOf({ journey, segments, draft }: State): Project {
  return { journey, segments, ...draft };
}
