import { nearest } from '../errors/wording';
import { outcomeDescriptions, outcomeNames, type OutcomeName } from './outcomes';

/** What people from elsewhere call the outcomes, besides their names and labels here. */
const everydayWords: { readonly [Name in OutcomeName]: string } = {
  clockDuration: 'duration, total duration, time, total time, real time, actual time, elapsed time, cycle time, lead time, length',
  perceivedDuration: 'felt duration, perceived time, subjective time, time perception',
  waitingDuration: 'wait, waits, wait time, waiting time, wait duration, queue, queue time, queueing, time waiting',
  peakAffect: 'peak emotion, peak feeling',
  endAffect: 'ending, end emotion, end feeling, final affect',
  meanAffect: 'affect, mean, average, average affect, feeling, mood, mean emotion',
  rememberedUtility: 'memory, remembered, remembered affect, remembered experience, utility, remembering',
  disconfirmation: 'expectation gap, surprise, disappointment',
  satisfaction: 'overall satisfaction, customer satisfaction, sat',
  csat: 'customer satisfaction rating, satisfaction rating, stars',
  recommendation: 'recommend, willingness to recommend, likelihood to recommend, ltr',
  nps: 'net promoter, promoters, enps',
  satisfied: 'top two box, top2box, satisfied customers',
  delighted: 'delight, top box, delighted customers',
  ease: 'effort, customer effort, ces, easiness',
  effectiveness: 'success, effective, task success',
  emotion: 'emotions',
  index: 'cx index, cx, customer experience, experience',
  loyalty: 'retention, repurchase, return, coming back, repeat',
  value: 'revenue, clv, ltv, lifetime value, worth, money, return value',
  completed: 'completion, complete, conversion, finished, conversions',
  failures: 'failure, errors, failure count',
  progress: 'shown progress, progress bar',
};

/** Words that say nothing about which outcome is meant: `NPS score`, `average waiting time`, `completion rate`. */
const fillers =
  /^(?:mean|average|avg|median|total|overall|the)|(?:score|rate|share|percent|pct|mean|average|avg|level|value|seconds|minutes|index)$/;

/** Letters and digits alone, so that `felt time`, `feltTime`, `felt_time` and `FELT-TIME` are one. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function makeWords(): ReadonlyMap<string, OutcomeName> {
  const words = new Map<string, OutcomeName>();
  for (const name of outcomeNames) {
    const others = everydayWords[name].split(', ');
    for (const word of [name, outcomeDescriptions[name].label, ...others]) words.set(bare(word), name);
  }
  return words;
}

const words = /* @__PURE__ */ makeWords();

/** The outcome that is called so elsewhere, or here in words. */
export function outcomeByWord(written: string): OutcomeName | undefined {
  if (written.length > 100) return undefined;
  const word = bare(written);
  const core = word.replace(fillers, '');
  return words.get(word) ?? words.get(core) ?? words.get(core.replace(fillers, ''));
}

/** As {@link outcomeByWord}, for a slip of the pen in such a word. */
export function outcomeNearWord(written: string): OutcomeName | undefined {
  const word = bare(written.slice(0, 100));
  // Of short words too many are near.
  const near = word.length < 5 ? undefined : nearest(word, words.keys());
  return near === undefined ? undefined : words.get(near);
}
