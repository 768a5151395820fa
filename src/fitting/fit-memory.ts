import { peakEnd } from '../model/memory';
import { deepFreeze } from '../plain/deep-freeze';
import { rememberAll } from '../recordings/remember';
import { withDisplay } from '../words/display';
import { Contest } from './contest';
import { fitCautions } from './fit-cautions';
import { fitSegments } from './fit-segments';
import { fitPage } from './fit-words';
import { atLevel, someNames, someOf, type Seen } from './levels';
import { ordinalScores } from './ordinal-scores';
import { correlation, momentsOf } from './moments-of';
import { ratingLine } from './rating-line';
import { readFit, upwards, type FitData } from './read-fit';
import { groupErrors, Resampling } from './resample';
import type { FitLevel, FitMemoryOptions, LevelFit, MemoryFit, MemoryScore } from './types';
import { whatWouldChange } from './what-would-change';

/**
 * Which memory explains what people said of the whole, from what they felt moment by moment. Candidates from presets to free weights are fitted to nine
 * tenths of the groups and judged by the rest, in turn; of those within a margin of the best the simplest is chosen, and the choosing itself is judged in the same
 * way. Rating = constant + slope · remembered utility: only the shape of a memory is tested, not its level.
 *
 * @param options See {@link FitMemoryOptions}.
 * @returns the chosen memory, the score of every candidate with its interval, what would change the choice, and what to doubt. `toText` prints it.
 * @throws JourneyError `missing`, `unknown-id` (a column that no row has), `conflict` (another number of ratings than recordings), `out-of-range` (a rating off
 * its scale), `invalid-type`, `unknown-key`.
 *
 * @example
 * import { simulate } from 'peakend';
 * import { fitMemory, recordings } from 'peakend/data';
 * // Forty forms with three touchpoints and a word on the whole: by the mean of the three.
 * const forms = Array.from({ length: 40 }, (_, i) => ({ desk: 1 + (i % 5), wait: 1 + ((i * 3) % 5), talk: 1 + ((i * 7) % 4) }));
 * const rated = forms.map((form) => ({ ...form, whole: (form.desk + form.wait + form.talk) / 3 }));
 * const fit = fitMemory({
 *   recordings: recordings.fromColumns(rated, { steps: ['desk', 'wait', 'talk'], scale: [1, 5] }),
 *   ratings: { values: 'whole', scale: [1, 5] },
 *   seed: 1,
 * });
 * fit.chosen; // 'averaging'
 * const journey = { name: 'Visit', interactions: [{ id: 'talk', duration: 300, affect: 2 }] };
 * simulate({ journey, model: { memory: fit.memory }, customers: 100, seed: 1 }).overall.rememberedUtility.mean; // 2
 */
export function fitMemory(options: FitMemoryOptions): MemoryFit {
  const data = readFit(options);
  const { root, margin, confidence, level, heldOut, candidates } = data;
  const all = Int32Array.from(data.used, (_, i) => i);
  const training = heldOut === undefined ? all : all.filter((place) => heldOut[place] === 0);
  const seen = seenAt(data, level, training);
  const contest = new Contest(seen, root, margin, data.folds);
  const trained = contest.predictions();
  const own = groupErrors(trained, seen.ratings, seen.groupOf, seen.groups);
  const known = new Resampling(own.slice(0, -1), own.at(-1)!, root, confidence);
  // What may as well be nothing is not chosen.
  const chosen = contest.chosen >= 0 && known.of(contest.chosen).interval.low > 0 ? contest.chosen : -1;

  const judgedBy =
    heldOut === undefined
      ? seen
      : seenAt(
          data,
          level,
          all.filter((place) => heldOut[place] === 1),
        );
  const predictions = heldOut === undefined ? trained : contest.predictionsOf(judgedBy);
  const picks = heldOut === undefined ? Array.from({ length: contest.folds }, (_, fold) => contest.chosenWithout(fold)) : [chosen];
  const mean = candidates.length;
  const procedure = judgedBy.ratings.map((_, i) => {
    const pick = heldOut === undefined ? picks[contest.foldOf[i]!]! : chosen;
    return predictions[pick < 0 ? mean : pick]![i]!;
  });
  const errors = groupErrors([...predictions, procedure], judgedBy.ratings, judgedBy.groupOf, judgedBy.groups);
  const resampling = new Resampling([...errors.slice(0, mean), errors[mean + 1]!], errors[mean]!, root, confidence);
  const ordinal = data.ordinal && level === 'both' ? ordinalScores(contest, judgedBy, predictions, data.scale) : undefined;

  const best = Math.max(0, chosen < 0 ? contest.chosen : chosen);
  const scores = contest.contestants.map((one, c): MemoryScore => {
    const { setting, line } = one.fit();
    const { weights } = line;
    const settled = one.candidate.settings[setting]!.memory(
      weights.some((weight) => weight !== 0) ? weights : weights.map((_, k) => (k === 0 ? 1 : 0)),
    );
    const behind = c === best ? undefined : resampling.difference(best, c);
    return {
      name: one.candidate.name,
      memory: settled,
      free: one.candidate.free,
      rSquared: resampling.of(c),
      rootMeanSquareError: Math.sqrt(errors[c]!.reduce((sum, error) => sum + error, 0) / judgedBy.ratings.length),
      ...(behind === undefined ? {} : { behind }),
      isBehind: chosen >= 0 && behind !== undefined && behind.interval.low > 0,
      ...ordinal?.[c],
    };
  });
  const winner = contest.contestants[best]!;
  const won = winner.fit();
  const segments =
    data.segments === undefined || level === 'between' ? undefined : fitSegments(seen, someNames(data.segments, training), chosen, data);
  const halfLives = halfLivesOf(contest);
  const together = togetherOf(data);
  const made: MemoryFit = {
    kind: 'memory-fit',
    memory: chosen < 0 ? peakEnd : scores[chosen]!.memory,
    ...(chosen < 0 ? {} : { chosen: scores[chosen]!.name }),
    tells: tellsOf(chosen, scores),
    line: ratingLine(winner, won, data),
    scores,
    procedure: { rSquared: resampling.of(mean), chosen: counted(picks, scores), folds: picks.length },
    ...(halfLives === undefined ? {} : { halfLives }),
    together,
    levels:
      data.person === undefined
        ? []
        : (['both', 'within', 'between'] as const).map((one) => levelFit(data, one, training, one === level ? contest : undefined)),
    segments: segments?.segments ?? [],
    ...(segments === undefined ? {} : { segmentsDiffer: segments.differ }),
    whatWouldChange: whatWouldChange(contest, chosen, scores, picks, together, data),
    cautions: fitCautions(data, seen),
    counts: {
      recordings: data.recordings.count,
      rated: data.used.length,
      groups: seen.groups,
      heldOut: heldOut === undefined ? 0 : judgedBy.ratings.length,
    },
    ratings: {
      scale: data.scale,
      mean: upwards(momentsOf(data.ratings).mean, data.scale),
      sd: momentsOf(data.ratings).sd,
      ordinal: data.ordinal,
    },
    study: { seed: data.seed, margin, confidence, level },
  };
  return deepFreeze(withDisplay(made, fitPage));
}

function seenAt({ ratings, candidates, groups, person }: FitData, level: FitLevel, places: Int32Array): Seen {
  const raw = someOf({ ratings, candidates, groupOf: groups.of, groups: 0 }, places);
  return atLevel(
    level,
    raw.ratings,
    raw.candidates,
    someNames(groups, places),
    person === undefined ? undefined : someNames(person, places),
  );
}

function levelFit(data: FitData, level: FitLevel, training: Int32Array, known: Contest | undefined): LevelFit {
  const contest = known ?? new Contest(seenAt(data, level, training), data.root, data.margin, data.folds);
  return {
    level,
    count: contest.seen.ratings.length,
    ...(contest.chosen < 0 ? {} : { chosen: contest.entrants[contest.chosen]!.candidate.name }),
    rSquared: Object.fromEntries(contest.entrants.map(({ candidate, rSquared }) => [candidate.name, rSquared])),
  };
}

/** The chosen one against the others: all explain clearly less, some do, none does. */
function tellsOf(chosen: number, scores: readonly MemoryScore[]): MemoryFit['tells'] {
  if (chosen < 0) return 'nothing';
  const behind = scores.filter(({ isBehind }) => isBehind).length;
  return behind === scores.length - 1 ? 'one' : behind > 0 ? 'several' : 'not apart';
}

function counted(picks: readonly number[], scores: readonly MemoryScore[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const pick of picks) {
    const name = pick < 0 ? 'none' : scores[pick]!.name;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Each half-life that the free one tries, by itself. */
function halfLivesOf(contest: Contest): MemoryFit['halfLives'] {
  return contest.contestants.find(({ candidate }) => candidate.name === 'free half-life')?.eachSetting();
}

function togetherOf({ recordings, used }: FitData): MemoryFit['together'] {
  const { mean, peak, end } = rememberAll(recordings, peakEnd);
  const only = (column: Float64Array): Float64Array => Float64Array.from(used, (place) => column[place]!);
  return { meanAndPeak: correlation(only(mean), only(peak)), meanAndEnd: correlation(only(mean), only(end)) };
}
