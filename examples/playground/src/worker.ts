import {
  createSimulator,
  defineJourney,
  defineSegments,
  isJourneyError,
  redesign,
  type AnyComparison,
  type Journey,
  type Requested,
  type Simulator,
  type StandardInput,
} from 'peakend';
import { answerTo, proposal } from './answer';
import { picture } from './picture';
import type { Project } from './project';
import type { Ask, Reply, Request } from './protocol';
import { readSource } from './reading';

/** Enough for a first look, and for an answer. */
const fewCustomers = 250;
export const customers = 2_000;

/** Where a whole answer takes more milliseconds than this, the picture of a first look is shown meanwhile; else it would only delay that and flicker. */
const longWait = 200;

/** What the panel shows; standards may ask for more. */
const shown: readonly Requested[] = ['satisfaction', 'perceivedDuration', 'completed'];

interface Desk {
  readonly journey: Journey;
  readonly simulator: Simulator<string, Requested>;
  /** What is told in figures: all that is asked but the steps, which are only drawn. */
  readonly figures: readonly Requested[];
}

let project: Project | undefined;
let desk: Desk | undefined;
/** Which outcomes and raw values the simulator at hand was made for. */
let madeFor = '';
let running = { aborted: false };
let answering = Promise.resolve();
/** How many milliseconds the last whole answer took; of a journey just opened nobody knows. */
let wait = Infinity;

const reply = (message: Reply): void => postMessage(message);

onmessage = ({ data }: MessageEvent<Request>): void => {
  // Whatever comes, what is being worked out is no longer wanted.
  running.aborted = true;
  if (data.kind === 'open') open(data.number, data.source);
  // Where a run that is not through holds the simulator's room, another would have to make its own.
  else if (data.kind === 'ask') answering = answering.then(() => answer(data));
};

function open(number: number, source: Parameters<typeof readSource>[0]): void {
  try {
    const read = readSource(source);
    const opened = { ...read.project, journey: defineJourney(read.project.journey), segments: defineSegments(read.project.segments) };
    // Tried once before anything is replaced: responses to steps that are not there, standards that cannot be read.
    const desk = deskFor(opened, opened.standards);
    const variants = { [proposal]: redesign(opened.journey, opened.edits) };
    const result = desk.simulator.compare({ baseline: opened.journey, variants }, { customers: 2 });
    answerTo({ result, project: opened, standards: opened.standards, isChanged: opened.edits.length > 0 });
    project = opened;
    wait = Infinity;
    reply({ kind: 'opened', number, project: opened, left: read.left, format: read.format });
  } catch (error) {
    refuse(number, error);
  }
}

async function answer(ask: Ask): Promise<void> {
  const { number, edits, standards, want, look } = ask;
  if (project === undefined) return;
  const signal = (running = { aborted: false });
  try {
    const begun = performance.now();
    const of = project;
    const { journey, simulator, figures } = deskFor(of, standards);
    const input = { baseline: journey, variants: { [proposal]: redesign(journey, edits) } };
    const isChanged = edits.length > 0;
    const tell = (result: unknown, coarse: boolean): void => {
      const told = answerTo({ result, project: of, standards, isChanged });
      reply({ kind: 'answer', number, coarse, ...told, spent: performance.now() - begun });
    };
    const draw = (result: unknown, coarse: boolean): void => {
      reply({ kind: 'picture', number, coarse, svg: picture(result as AnyComparison, isChanged, look) });
    };
    // The figures of a first look are short enough to be worked out in one go; all else gives way to whatever is asked next.
    if (want !== 'whole') tell(simulator.compare(input, { customers: fewCustomers, outcomes: figures }), true);
    if (want === 'look' || (want === 'both' && wait > longWait)) {
      draw(await simulator.compareAsync(input, { customers: fewCustomers, signal }), true);
    }
    if (want === 'look') return;
    const looked = performance.now();
    // Without steps it takes less than half the time: the verdict can be on the screen while they are worked out and drawn.
    tell(await simulator.compareAsync(input, { outcomes: figures, signal }), false);
    const result = await simulator.compareAsync(input, { signal });
    wait = performance.now() - looked;
    draw(result, false);
  } catch (error) {
    if (!(isJourneyError(error) && error.code === 'aborted')) refuse(number, error);
  }
}

/** A simulator that answers for these standards: the one at hand where it does. */
function deskFor(of: Project, standards: readonly StandardInput[]): Desk {
  const named = standards.flatMap((standard) => ('outcome' in standard ? [standard] : []));
  const others = standards.map((standard) => Object.values(standard)[0]).filter((name) => typeof name === 'string');
  const figures = [...new Set([...shown, ...named.map(({ outcome }) => outcome), ...others])] as readonly Requested[];
  const outcomes: readonly Requested[] = [...figures, 'interactions'];
  const keep = [...new Set(named.filter(({ statistic }) => (statistic ?? 'mean') !== 'mean').map(({ outcome }) => outcome))];
  const key = JSON.stringify([of.journey, of.segments, outcomes, keep]);
  if (desk !== undefined && key === madeFor) return desk;
  const study = { segments: of.segments, customers, seed: 'playground', outcomes, ...(keep.length > 0 ? { keep } : {}) };
  madeFor = key;
  return (desk = { journey: of.journey, simulator: createSimulator(study) as Simulator<string, Requested>, figures });
}

function refuse(number: number, error: unknown): void {
  if (!isJourneyError(error)) throw error;
  reply({ kind: 'refused', number, issues: error.issues, more: error.more });
}
