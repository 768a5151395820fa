import { shareOutside } from '../distributions/mathematics';
import type { ResolvedResponse } from '../experience/responses';
import type { Affect, Interaction, Journey, Segment } from '../journey/types';
import type { Parameter } from '../model/types';
import { isWhole, livedUnits, meanSeconds, type LivedUnit } from '../simulation/cautions/lived-units';
import type { Lever } from './types';

/** How the units of a step become other than they are to one segment, by id. */
export type Changes = ReadonlyMap<string, (response: ResolvedResponse) => ResolvedResponse>;

/** What a lever comes to for one segment at one step. `limited`: why, and for which share of customers, it does less than it says. */
export type Pull = Acting | { readonly absent: string; readonly changes?: undefined };
interface Acting {
  readonly changes: Changes;
  readonly limited?: { readonly reason: string; readonly share: number };
  readonly absent?: undefined;
}

/** Levers that move numbers; `removal` takes a step away. */
export type NumberLever = Exclude<Lever, 'removal'>;

export const numberLevers: readonly NumberLever[] = ['affect', 'duration', 'failure', 'dropout'];
/** In the order in which they are told. */
export const leverNames: readonly Lever[] = [...numberLevers, 'removal'];

const pointsOfAffect = 1;
const partOfTime = 0.1;
const pointsOfFailure = 0.01;
const partOfDropout = 0.1;
/** Of the customers: fewer without room for the whole point deserve no word (judgement, as for what is cut to the scale). */
const fewest = 0.01;

/** What somebody of a segment may live of a step. */
export function unitsLived(step: Interaction, segment: Segment): readonly LivedUnit[] {
  return livedUnits({ interactions: [step] } as unknown as Journey, segment);
}

/** A lever on some of what a segment lives of one step. */
export function pull(lever: NumberLever, units: readonly LivedUnit[], segment: Segment): Pull {
  if (units.length === 0) return { absent: 'nobody takes part' };
  switch (lever) {
    case 'affect':
      return pullAffect(units);
    case 'duration':
      return pullDuration(units);
    case 'failure':
      return pullFailure(units);
    case 'dropout':
      return pullDropout(units, segment);
  }
}

function pullAffect(units: readonly LivedUnit[]): Pull {
  const felt = units.filter((one) => one.unit.kind !== 'gap' && levelsOf(one) !== undefined && !isSpokenFor(one, units));
  if (felt.length === 0) return { absent: 'time that is not felt' };
  const changes = changesOf(felt, () => (response) => ({ ...response, affectShift: response.affectShift + pointsOfAffect }));
  const cramped = Math.max(...felt.map((one) => Math.max(...levelsOf(one)!.map((level) => withoutRoom(level, one.response.affectShift)))));
  if (cramped <= fewest) return { changes };
  return { changes, limited: { reason: 'the scale of affect ends before the whole point', share: cramped } };
}

/** What is drawn of its affect; undefined of a merged step that takes it from its parts. */
function levelsOf({ unit, response }: LivedUnit): readonly Parameter[] | undefined {
  const affect = response.affect ?? unit.affect ?? ('parts' in unit ? 'kept' : 0);
  if (typeof affect === 'string') return undefined;
  const own: Affect = affect;
  return typeof own === 'object' && 'start' in own ? [own.start, own.end] : [own];
}

/** A part of a merged step that has an affect of its own. */
function isSpokenFor({ path }: LivedUnit, units: readonly LivedUnit[]): boolean {
  return units.some((other) => !isWhole(other) && path.startsWith(`${other.path}.parts`) && levelsOf(other) !== undefined);
}

function withoutRoom(level: Parameter, shift: number): number {
  const most = 10 - pointsOfAffect - shift;
  if (typeof level === 'number') return level > most ? 1 : 0;
  return shareOutside(level, -Infinity, most);
}

function pullDuration(units: readonly LivedUnit[]): Pull {
  const lasting = units.filter((one) => isWhole(one) && meanSeconds(one) > 0);
  if (lasting.length === 0) return { absent: 'it takes no time' };
  return {
    changes: changesOf(lasting, () => (response) => ({ ...response, durationScale: response.durationScale * (1 - partOfTime) })),
  };
}

function pullFailure(units: readonly LivedUnit[]): Pull {
  const failing = units.filter((one) => isWhole(one) && failureOf(one) > 0);
  if (failing.length === 0) return { absent: 'nothing can fail there' };
  const changes = changesOf(failing, (one) => {
    const chance = Math.min(1, failureOf(one));
    const factor = Math.max(0, chance - pointsOfFailure) / failureOf(one);
    return (response) => ({ ...response, failureScale: response.failureScale * factor });
  });
  const least = Math.min(...failing.map(failureOf));
  if (least >= pointsOfFailure) return { changes };
  return { changes, limited: { reason: 'the chance of failing is below one percentage point and falls to 0', share: 1 } };
}

function failureOf({ unit, response }: LivedUnit): number {
  return (unit.failure?.probability ?? 0) * response.failureScale;
}

function pullDropout(units: readonly LivedUnit[], { patience }: Segment): Pull {
  const leaving = units.filter((one) => isWhole(one) && dropoutOf(one) > 0);
  if (leaving.length === 0) {
    const waits = patience !== undefined && units.some(({ unit }) => unit.kind === 'wait');
    return { absent: waits ? 'people leave there for want of patience only' : 'nobody gives up there' };
  }
  const changes = changesOf(leaving, (one) => {
    const factor = (Math.min(1, dropoutOf(one)) * (1 - partOfDropout)) / dropoutOf(one);
    return (response) => ({ ...response, dropoutScale: response.dropoutScale * factor });
  });
  return { changes };
}

function dropoutOf({ unit, response }: LivedUnit): number {
  return (response.dropout ?? unit.dropout ?? 0) * response.dropoutScale;
}

function changesOf(units: readonly LivedUnit[], change: (one: LivedUnit) => (response: ResolvedResponse) => ResolvedResponse): Changes {
  return new Map(units.map((one) => [one.unit.id, change(one)]));
}
