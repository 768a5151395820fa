import { outcomeDescriptions } from '../../experience/outcomes';
import type { PlanDoubts } from '../../experience/plan-doubts';
import type { RareEvent } from '../../experience/rare-events';
import { at } from '../../errors/wording';
import type { Journey, Segment } from '../../journey/types';
import { findUnit, writtenPath } from '../../journey/units';
import { grouped } from '../../results/format-outcome';
import type { Caution } from '../../results/types';
import type { SegmentTally } from '../../summary/segment-tally';
import { carriedByFew } from '../../statistics/doubt';
import { called } from './doubt';
import { oneLine } from '../../words/one-line';

/** So many of each kind are named; the rest are counted. */
const mostNamed = 5;
/** A sample that holds fewer of an event than these says little of it. */
const enough = 10;
/** Below this, `few-customers` says it all. */
const fewCustomers = 100;

/** Doubts about what so many customers can show: chances too rare for them, and outcomes whose spread a few of them carry. */
export function seenCautions(
  journey: Journey,
  segments: readonly Pick<Segment, 'id' | 'name'>[],
  tallies: readonly SegmentTally[],
  customers: number,
): Caution[] {
  const doubts = tallies.map((tally) => tally.doubts);
  return [...rareChances(journey, segments, doubts, customers), ...heavyTails(tallies, customers)];
}

/** Cautions of several journeys, the baseline first, each once; those of a variant under its path. */
export function eachOnce(cautions: readonly (readonly Caution[])[], paths: readonly string[]): Caution[] {
  const said = new Set<string>();
  return cautions.flatMap((own, index) =>
    own
      .filter(({ message }) => !said.has(message) && said.add(message))
      .map((caution) => (index === 0 ? caution : { ...caution, path: `${paths[index]!}.${caution.path}` })),
  );
}

/** A chance and whose it is; undefined: of all segments alike. */
interface Rare {
  readonly event: RareEvent;
  readonly segment: number | undefined;
}

/** Chances of a journey that so many customers of each segment can hardly show: of each the least likely, and in whose segment. */
export function rareChances(
  journey: Journey,
  segments: readonly Pick<Segment, 'id' | 'name'>[],
  doubts: readonly PlanDoubts[],
  customers: number,
): Caution[] {
  const found = rarest(doubts, customers);
  const cautions = found.slice(0, mostNamed).map(({ event, segment }): Caution => {
    const place = findUnit(journey, event.id);
    const whose = segment === undefined ? 'segments' : at('segments', segment);
    const path = place !== undefined ? writtenPath(place) : event.what === 'parameter' ? 'model' : whose;
    const name = place === undefined ? '' : called(place.unit);
    const of = segment === undefined ? '' : ` of ${called(segments[segment]!)}`;
    return { code: 'none-seen', path, message: rareMessage(event, name, of, customers) };
  });
  const more = found.length - cautions.length;
  const last = cautions.at(-1);
  return more > 0 && last !== undefined
    ? [...cautions.slice(0, -1), { ...last, message: `${last.message}; ${more} more such chances` }]
    : cautions;
}

function rarest(doubts: readonly PlanDoubts[], customers: number): Rare[] {
  const rarest = new Map<string, { event: RareEvent; segment: number; alike: number }>();
  for (const [segment, own] of doubts.entries()) {
    for (const [key, event] of tooRare(own.chances, customers)) {
      const known = rarest.get(key);
      if (known?.event.probability === event.probability) known.alike++;
      else if (known === undefined || event.probability < known.event.probability) rarest.set(key, { event, segment, alike: 1 });
    }
  }
  return [...rarest.values()]
    .sort((a, b) => a.event.probability - b.event.probability)
    .map(({ event, segment, alike }) => ({ event, segment: alike >= doubts.length ? undefined : segment }));
}

/** Of one segment. Who fails a third time has failed a second: of failing again and again only the least rare is told. */
function tooRare(chances: readonly RareEvent[], customers: number): ReadonlyMap<string, RareEvent> {
  const found = new Map<string, RareEvent>();
  for (const event of chances) {
    if (event.probability * customers >= enough || isNothing(event)) continue;
    const key = `${event.what} ${event.id}`;
    const known = found.get(key);
    const takes =
      event.again === true && known?.again === true
        ? event.probability > known.probability
        : event.probability < (known?.probability ?? Infinity);
    if (takes) found.set(key, event);
  }
  return found;
}

/** Nobody writes down how many lose patience, or fail time after time: where it is one in a million, no figure knows it (judgement). */
function isNothing({ what, probability, again }: RareEvent): boolean {
  return (what === 'impatience' || what === 'patience' || again === true) && probability < 1e-6;
}

const phrases: { readonly [What in RareEvent['what']]: (name: string) => string } = {
  skip: (name) => `skip ${name}`,
  'no skip': (name) => `live ${name} at all`,
  dropout: (name) => `drop out at ${name}`,
  'no dropout': (name) => `stay at ${name}`,
  failure: (name) => `meet the failure at ${name}`,
  recovery: (name) => `have the failure at ${name} made good`,
  'no recovery': (name) => `are left with the failure at ${name}`,
  option: (name) => `take ${name}`,
  duration: (name) => `meet the rarest duration of ${name}`,
  affect: (name) => `meet the rarest affect of ${name}`,
  effort: (name) => `meet the rarest effort of ${name}`,
  impatience: () => 'lose patience',
  patience: () => 'have the patience to stay',
  expectation: () => 'have the rarest expectation',
  'prior belief': () => 'have the rarest prior belief',
  parameter: () => 'have the rarest value of a parameter of the model',
};

/** `of`: whose customers are meant. */
function rareMessage({ what, probability, again }: RareEvent, name: string, of: string, customers: number): string {
  const met = probability * customers;
  const about = met < 1 ? 'fewer than one' : `about ${Math.floor(met + 0.5)}`;
  return oneLine(
    `${about} of ${grouped(customers)} customers${of} ${phrases[what](name)}${again === true ? ' on trying again' : ''} (${chance(probability)}): too few to know what it does; ` +
      `about ${grouped(roundedUp(enough / probability))} customers a segment would see ten`,
  );
}

/** Two digits say how many customers it takes. */
function chance(probability: number): string {
  return `${Number((100 * probability).toPrecision(2))} %`;
}

function roundedUp(count: number): number {
  let unit = 1;
  while (count / unit > 99) unit *= 10;
  return Math.ceil(count / unit) * unit;
}

function heavyTails(tallies: readonly SegmentTally[], customers: number): Caution[] {
  if (customers < fewCustomers) return [];
  const labels = new Set<string>();
  for (const { outcomes } of tallies) {
    for (const [name, outcome] of outcomes) {
      const { label, unit } = outcomeDescriptions[name];
      // Nobody can lie further out in a share than those who were seen.
      if (unit !== 'share' && carriedByFew(outcome.moments)) labels.add(label);
    }
  }
  if (labels.size === 0) return [];
  const named = [...labels].slice(0, mostNamed).join(', ');
  const others = labels.size > mostNamed ? ` and ${labels.size - mostNamed} more outcomes` : '';
  return [
    {
      code: 'heavy-tail',
      path: 'customers',
      message: `fewer than ten customers carry the spread of ${named}${others}: rarer ones may carry more, and the interval is rough; simulate more`,
    },
  ];
}
