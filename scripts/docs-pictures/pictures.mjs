/**
 * The pictures of docs/reference/mechanisms: what each is called and how its curves come about. Every point is a run of `simulate` on a
 * journey small enough to be worked out by hand; nothing here repeats a formula of the library.
 */
import { acclimationDecay, averaging, classicPeakEnd, exponential, minutes, normal, peakEnd, recency, simulate, total } from 'peakend';
import { lineChart } from './line-chart.mjs';

const affectTicks = [-10, -5, 0, 5, 10];
const percentTicks = [0, 25, 50, 75, 100];

/** Evenly spaced numbers, both ends included. */
function range(low, high, count = 41) {
  return Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1));
}

function step(id, length, affect, more = {}) {
  return { id, duration: minutes(length), affect, ...more };
}

/** What one journey is to everybody; one customer is enough where nothing is drawn. */
function live(interactions, { journey = {}, segment = {}, ...study } = {}) {
  return simulate({
    journey: { name: 'picture', interactions, ...journey },
    segments: [{ id: 'everyone', share: 1, ...segment }],
    customers: 1,
    seed: 'pictures',
    ...study,
  }).overall;
}

/** A line of a chart: `of` says what y is at each x. */
function line(label, xs, of, more = {}) {
  return { label, points: xs.map((x) => [x, of(x)]), ...more };
}

/** The moments of the first customer's lived curve, as a memory model of one's own is shown them. */
function livedCurve(interactions, options) {
  let moments;
  live(interactions, {
    ...options,
    model: {
      ...options?.model,
      memory: (curve) => {
        moments ??= Array.from(curve.seconds, (seconds, k) => ({ seconds, start: curve.affectStart[k], end: curve.affectEnd[k] }));
        return 0;
      },
    },
  });
  return moments;
}

/** Those moments as a path over minutes. */
function pathOf(moments) {
  const points = [];
  let time = 0;
  for (const { seconds, start, end } of moments) {
    points.push([time / 60, start]);
    time += seconds;
    points.push([time / 60, end]);
  }
  return points;
}

const pictures = {
  'lived-curve': () => {
    const steps = [
      step('queue', 6, 0, { kind: 'wait', wait: { tolerance: minutes(2) } }),
      step(
        'desk',
        5,
        { start: 1, end: 3 },
        {
          failure: { probability: 1, affect: -5, duration: minutes(3), recovery: { probability: 1, affect: 6, duration: minutes(2) } },
        },
      ),
      step('goodbye', 3, 3),
    ];
    const stays = livedCurve(steps);
    const leaves = pathOf(livedCurve(steps, { segment: { patience: minutes(4) } }));
    return lineChart({
      title: 'Two customers, moment by moment',
      y: { label: 'affect', ticks: affectTicks },
      x: { label: 'minutes', ticks: [0, 5, 10, 15, 20] },
      lines: [{ label: 'stays', points: pathOf(stays) }, { points: leaves }],
      dots: [[...leaves.at(-1), 1]],
      notes: [
        [0.2, 0.7, 'the wait sours'],
        [8.2, 4.2, 'service'],
        [11.2, -3.6, 'failure'],
        [14.2, 4.9, 'recovery'],
        [4.5, -7.4, 'leaves: one last moment, 6 lower'],
      ],
    });
  },

  'felt-time': () => {
    const xs = range(0.5, 60);
    const felt = (kind, wait) => (length) =>
      live([{ ...step('a', length, 0, { kind }), ...(wait ? { wait } : {}) }]).perceivedDuration.mean / 60;
    return lineChart({
      title: 'How long it feels, by how long it takes',
      y: { label: 'felt minutes', ticks: [0, 20, 40, 60, 80, 100] },
      x: { label: 'clock minutes', ticks: [0, 10, 20, 30, 40, 50, 60] },
      lines: [
        line('service', xs, felt('service')),
        line('wait, nothing to do', xs, felt('wait', { occupied: 0 })),
        line('the clock', xs, (length) => length),
        line('the same, worried', xs, felt('wait', { occupied: 0, anxious: 1 }), { stroke: 4 }),
      ],
    });
  },

  boundaries: () => {
    const counts = range(1, 12, 12);
    const felt = (perspective) => (count) =>
      live(
        Array.from({ length: count }, (_, k) => step(`part ${k}`, 60 / count, 0)),
        { model: { time: { perspective } } },
      ).perceivedDuration.mean / 60;
    return lineChart({
      title: 'One hour, cut into steps of equal length',
      y: { label: 'felt minutes', ticks: [30, 40, 50, 60, 70] },
      x: { label: 'number of steps', ticks: [1, 2, 4, 6, 8, 10, 12] },
      lines: [line('remembered', counts, felt('retrospective')), line('while it runs', counts, felt('prospective'))],
    });
  },

  information: () => {
    const xs = range(1, 45);
    const ratio = (wait) => (length) => live([step('a', length, 0, { kind: 'wait', wait })]).perceivedDuration.mean / minutes(length);
    return lineChart({
      title: 'Live information pulls felt time back to the clock',
      y: { label: 'felt time ÷ clock time, a wait with nothing to do', ticks: [0.8, 1, 1.2, 1.4, 1.6] },
      x: { label: 'clock minutes', ticks: [0, 15, 30, 45] },
      lines: [
        line('told nothing', xs, ratio({ occupied: 0 })),
        line('informed', xs, ratio({ occupied: 0, informed: true })),
        line('the clock', xs, () => 1),
      ],
    });
  },

  souring: () => {
    const xs = range(0, 30, 61);
    const lastMoment = { memory: { endWindow: { seconds: 0 } } };
    const end = (wait) => (length) => live([step('a', length, 0, { kind: 'wait', wait })], { model: lastMoment }).endAffect.mean;
    return lineChart({
      title: 'A wait entered at 0 sours once it feels longer than its tolerance',
      y: { label: 'affect at the end of the wait', ticks: [-8, -6, -4, -2, 0] },
      x: { label: 'minutes waited', ticks: [0, 5, 10, 15, 20, 25, 30] },
      lines: [
        line('tolerance 10 min', xs, end({ tolerance: minutes(10) })),
        line('10 min, idle, worried', xs, end({ tolerance: minutes(10), occupied: 0, anxious: 1 })),
        line('20 s (default)', xs, end({})),
        line('20 s, before', xs, end({ phase: 'before' })),
      ],
    });
  },

  'memory-end': () => {
    const xs = range(-10, 10);
    const remembered = (memory) => (last) => live([step('a', 25, 2), step('b', 5, last)], { model: { memory } }).rememberedUtility.mean;
    return lineChart({
      title: '25 minutes at +2, then 5 minutes at …',
      y: { label: 'remembered utility', ticks: affectTicks },
      x: { label: 'affect of the last 5 minutes', ticks: affectTicks },
      lines: [
        line('peakEnd (default)', xs, remembered(peakEnd)),
        line('classicPeakEnd', xs, remembered(classicPeakEnd)),
        line('averaging', xs, remembered(averaging)),
        line('recency', xs, remembered(recency())),
      ],
    });
  },

  'brief-end': () => {
    const xs = [...range(0, 120, 61), ...range(130, 600, 48)];
    const satisfaction = (memory) => (seconds) =>
      live([step('a', 60, -6), { id: 'b', duration: seconds, affect: 8 }], { model: { memory } }).satisfaction.mean;
    return lineChart({
      title: 'An hour at −6, then something at +8 for …',
      y: { label: 'satisfaction', ticks: [0, 20, 40, 60, 80, 100] },
      x: { label: 'seconds at +8', ticks: [0, 60, 120, 300, 600] },
      lines: [
        line('peakEnd (default)', xs, satisfaction(peakEnd)),
        line('classicPeakEnd', xs, satisfaction(classicPeakEnd)),
        line('averaging', xs, satisfaction(averaging)),
      ],
    });
  },

  'duration-neglect': () => {
    const xs = [0, ...range(0.25, 20)];
    const remembered = (memory) => (added) =>
      live([step('a', 10, -6), ...(added > 0 ? [step('b', added, -2)] : [])], { model: { memory } }).rememberedUtility.mean;
    return lineChart({
      title: 'Ten minutes at −6, then more minutes at −2',
      y: { label: 'remembered utility', ticks: [-7, -6, -5, -4, -3] },
      x: { label: 'minutes added', ticks: [0, 5, 10, 15, 20] },
      lines: [
        line('peakEnd (default)', xs, remembered(peakEnd)),
        line('averaging', xs, remembered(averaging)),
        line('total (benchmark)', xs, remembered(total)),
      ],
    });
  },

  'peak-rules': () => {
    const xs = range(0, 10, 81);
    const peak = (rule) => (best) =>
      live([step('a', 10, 1), step('b', 2, -4), step('c', 2, best), step('d', 10, 1)], { model: { memory: { peak: rule } } }).peakAffect
        .mean;
    return lineChart({
      title: 'What is the peak? Worst two minutes at −4, best two from 0 to +10',
      y: { label: 'the peak', ticks: affectTicks },
      x: { label: 'affect of the best', ticks: [0, 2, 4, 6, 8, 10] },
      lines: [
        line('extreme', xs, peak('extreme')),
        line('furthest', xs, peak('furthest')),
        line('best', xs, peak('best')),
        line('worst', xs, peak('worst'), { stroke: 4 }),
        line('0.6 worst, 0.4 best', xs, peak({ worstAndBest: 0.6 }), { stroke: 3 }),
      ],
    });
  },

  'end-window': () => {
    const xs = range(0, 30);
    const end = (last) => (length) =>
      live([step('a', 25, 0), step('b', 5, last)], { model: { memory: { endWindow: { seconds: minutes(length) } } } }).endAffect.mean;
    return lineChart({
      title: 'What counts as the end: 25 minutes at 0, then 5 at +6 or −6',
      y: { label: 'the end', ticks: [-6, -3, 0, 3, 6] },
      x: { label: 'end window, minutes', ticks: [0, 5, 10, 15, 20, 25, 30] },
      lines: [line('ends at +6', xs, end(6)), line('ends at −6', xs, end(-6))],
    });
  },

  cohesion: () => {
    const xs = range(0, 1, 21);
    const remembered = (levels) => (cohesion) =>
      live(
        levels.map((level, k) => step(`part ${k}`, 10, level)),
        { journey: { cohesion } },
      ).rememberedUtility.mean;
    return lineChart({
      title: 'The more a journey is one episode, the more its order counts',
      y: { label: 'remembered utility', ticks: [1, 1.5, 2, 2.5, 3] },
      x: { label: 'cohesion', ticks: [0, 0.25, 0.5, 0.75, 1] },
      lines: [line('0, +2, +4', xs, remembered([0, 2, 4])), line('+4, +2, 0', xs, remembered([4, 2, 0]))],
    });
  },

  trend: () => {
    const xs = range(0, 0.5, 21);
    const remembered = (affect) => (weight) =>
      live([step('a', 15, affect)], { model: { memory: { weights: { trend: weight } } } }).rememberedUtility.mean;
    return lineChart({
      title: 'A trend weight pulls a rising and a falling quarter of an hour apart',
      y: { label: 'remembered utility', ticks: affectTicks },
      x: { label: 'memory.weights.trend', ticks: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
      lines: [line('−4 to +2', xs, remembered({ start: -4, end: 2 })), line('+2 to −4', xs, remembered({ start: 2, end: -4 }))],
    });
  },

  'recall-delay': () => {
    const xs = range(0, 90, 91);
    const remembered = (priorBelief) => (days) =>
      live([step('a', 15, 6)], { segment: { priorBelief }, model: { memory: { recallDelay: days * 86_400 } } }).rememberedUtility.mean;
    return lineChart({
      title: 'An experience of +6, asked about later',
      y: { label: 'remembered utility', ticks: [0, 2, 4, 6] },
      x: { label: 'days until the question', ticks: [0, 30, 60, 90] },
      lines: [line('prior belief 0', xs, remembered(0)), line('prior belief +4', xs, remembered(4))],
    });
  },

  'carry-over': () => {
    const levels = [0, -6, 0, 0, 0, 0, 0];
    const lived = (carryOver) => {
      const { interactions } = live(
        levels.map((level, k) => step(`${k + 1}`, 5, level)),
        { model: { memory: { carryOver } } },
      );
      return levels.map((_, k) => [k + 1, interactions[`${k + 1}`].affect.mean]);
    };
    return lineChart({
      title: 'One bad step in a neutral journey, with mood carried over',
      y: { label: 'affect of the step', ticks: [-6, -4, -2, 0] },
      x: { label: 'step', ticks: [1, 2, 3, 4, 5, 6, 7] },
      lines: [0, 0.3, 0.6].map((carryOver) => ({
        label: `φ = ${carryOver}${carryOver === 0 ? ' (default)' : ''}`,
        points: lived(carryOver),
      })),
    });
  },

  crescendo: () => {
    const longest = 10.99 * 60;
    const xs = range(0.2, 4, 39);
    const memory = acclimationDecay({ acclimation: 0.005, decay: 1 / 600 });
    const remembered = (levels) => (share) =>
      live(
        levels.map((level, k) => ({ id: `part ${k}`, duration: (share * longest) / levels.length, affect: level })),
        { model: { memory } },
      ).rememberedUtility.mean;
    return lineChart({
      title: 'Getting used and forgetting: the same six levels in three orders',
      y: { label: 'remembered utility', ticks: [-2, 0, 2, 4] },
      x: { label: 'length of the journey ÷ τ*', ticks: [0, 1, 2, 3, 4] },
      lines: [
        line('1 2 3 4 5 6', xs, remembered([1, 2, 3, 4, 5, 6])),
        line('5 3 1 2 4 6', xs, remembered([5, 3, 1, 2, 4, 6])),
        line('6 5 4 3 2 1', xs, remembered([6, 5, 4, 3, 2, 1])),
      ],
    });
  },

  attraction: () => {
    const xs = range(-10, 10, 81).filter((level) => Math.abs(level) <= 8.5);
    const added = (expectation) => (level) => {
      const choice = { options: [{ id: 'b', duration: minutes(5), affect: level }] };
      return live([step('a', 5, level, { choice })], { segment: { expectation } }).endAffect.mean - level;
    };
    return lineChart({
      title: 'Choosing lifts among good options and lowers among bad ones',
      y: { label: 'affect added by having a choice', ticks: [-1, -0.5, 0, 0.5, 1] },
      x: { label: 'affect of both options', ticks: affectTicks },
      lines: [line('expects 0', xs, added(0)), line('expects +4', xs, added(4))],
    });
  },

  'choice-share': () => {
    const xs = range(-6, 6, 25);
    const share = (weight) => (better) => {
      const choice = { options: [{ id: 'b', duration: minutes(5), affect: better }] };
      const { interactions } = live([step('a', 5, 0, { choice })], {
        customers: 10_000,
        outcomes: ['interactions'],
        model: { choice: { weight } },
      });
      return 100 * interactions.a.chosen.b;
    };
    return lineChart({
      title: 'Better options attract more people, not everybody',
      y: { label: 'who takes option b', ticks: percentTicks, unit: ' %' },
      x: { label: 'affect of option b (option a: 0)', ticks: [-6, -3, 0, 3, 6] },
      lines: [
        line('θ = 1', xs, share(1), { stroke: 1 }),
        line('θ = 0.5 (default)', xs, share(0.5), { stroke: 0 }),
        line('θ = 0.25', xs, share(0.25), { stroke: 2 }),
      ],
    });
  },

  overload: () => {
    const xs = range(2, 32, 31);
    const added = (difficulty) => (count) => {
      const options = Array.from({ length: count - 1 }, (_, k) => ({ id: `b${k}`, duration: minutes(5), affect: 2 }));
      return live([step('a', 5, 2, { choice: { options, difficulty } })]).endAffect.mean - 2;
    };
    return lineChart({
      title: 'Many options cost only where choosing is hard',
      y: { label: 'affect added by having a choice', ticks: [-2, -1, 0, 1] },
      x: { label: 'number of options', ticks: [2, 8, 16, 24, 32] },
      lines: [line('difficulty 0 (default)', xs, added(0)), line('difficulty 0.5', xs, added(0.5)), line('difficulty 1', xs, added(1))],
    });
  },

  relief: () => {
    const xs = range(0, 1, 21);
    const quiet = { waiting: { impatience: 0 }, choice: { attraction: 0 } };
    const end = (anxious, { informed = false, chosen = false }) => {
      const wait = { anxious, informed };
      const other = { id: 'b', kind: 'wait', duration: minutes(5), affect: -4, wait };
      const choice = chosen ? { choice: { options: [other] } } : {};
      return live([step('a', 5, -4, { kind: 'wait', wait, ...choice })], { model: quiet }).endAffect.mean;
    };
    const relief = (control) => (anxious) => end(anxious, control) - end(anxious, {});
    return lineChart({
      title: 'Control in an anxious wait: both help less than twice either',
      y: { label: 'affect given back', ticks: [0, 0.5, 1, 1.5, 2, 2.5] },
      x: { label: 'how anxious the wait is', ticks: [0, 0.25, 0.5, 0.75, 1] },
      lines: [
        line('choice or information', xs, relief({ informed: true })),
        line('both', xs, relief({ informed: true, chosen: true })),
        line('twice either', xs, (anxious) => 2 * relief({ chosen: true })(anxious)),
      ],
    });
  },

  recovery: () => {
    const xs = range(0, 12, 49);
    const result = (lift) =>
      live([
        step('a', 10, 2),
        step('b', 10, 2, {
          failure: { probability: 1, affect: -5, duration: minutes(2), recovery: { probability: 1, affect: lift, duration: minutes(2) } },
        }),
      ]);
    const unharmed = live([step('a', 10, 2), step('b', 10, 2)]);
    return lineChart({
      title: 'Satisfaction can pass that of no failure, loyalty cannot',
      y: { label: 'satisfaction, and loyalty in percent', ticks: [0, 20, 40, 60, 80, 100] },
      x: { label: 'affect that the recovery gives back (the failure took 5)', ticks: [0, 3, 6, 9, 12] },
      lines: [
        line('satisfaction', xs, (lift) => result(lift).satisfaction.mean),
        line('without failure', xs, () => unharmed.satisfaction.mean, { stroke: 2 }),
        line('loyalty', xs, (lift) => 100 * result(lift).loyalty.mean, { stroke: 1 }),
        line('its ceiling', xs, () => 100 * unharmed.loyalty.mean, { stroke: 2 }),
      ],
    });
  },

  'progress-bar': () => {
    const xs = range(0, 0.5, 11);
    const steps = Array.from({ length: 8 }, (_, k) => step(`page ${k}`, 1, 0, { dropout: 0.1875 }));
    const done = (progress) => (endowed) =>
      100 *
      live(steps, {
        journey: progress === undefined ? {} : { progress: { shown: true, endowed, ...progress } },
        customers: 10_000,
        outcomes: ['completed'],
      }).completed.mean;
    return lineChart({
      title: 'Eight pages, each left by 18.75 %: who reaches the end',
      y: { label: 'completed', ticks: [0, 20, 40, 60], unit: ' %' },
      x: { label: 'head start given away', ticks: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
      lines: [
        line('constant bar', xs, done({}), { stroke: 0 }),
        line('fast to slow', xs, done({ pace: 'fast-to-slow' }), { stroke: 1 }),
        line('slow to fast', xs, done({ pace: 'slow-to-fast' }), { stroke: 3 }),
        line('no bar', [0, 0.5], done(), { stroke: 2 }),
      ],
    });
  },

  'goal-gradient': () => {
    const steps = Array.from({ length: 8 }, (_, k) => step(`${k + 1}`, 1, 0));
    const pace = (effort) => {
      const { interactions } = live(steps, { model: { progress: { effort } } });
      return {
        label: `effort ${effort}${effort === 2 ? ' (default)' : ''}`,
        points: steps.map(({ id }, k) => [k + 1, interactions[id].pace]),
      };
    };
    return lineChart({
      title: 'The nearer the goal, the faster: pace, reported for each step',
      y: { label: 'pace, first step = 1', ticks: [0, 2, 4, 6] },
      x: { label: 'step of eight', ticks: [1, 2, 3, 4, 5, 6, 7, 8] },
      lines: [pace(2), pace(1), { ...pace(0), stroke: 2 }],
    });
  },

  patience: () => {
    const xs = range(0, 30, 16);
    const left = (wait) => (length) => {
      const { completed } = live([step('a', length, 0, { kind: 'wait', wait })], {
        segment: { patience: exponential({ mean: minutes(10) }) },
        customers: 10_000,
        outcomes: ['completed'],
      });
      return 100 * (1 - completed.mean);
    };
    return lineChart({
      title: 'Patience of ten minutes on average: who leaves a wait',
      y: { label: 'left', ticks: percentTicks, unit: ' %' },
      x: { label: 'length of the wait, minutes', ticks: [0, 10, 20, 30] },
      lines: [
        line('told nothing', xs, left({})),
        line('told why', xs, left({ explained: true })),
        line('told position', xs, left({ informed: true }), { stroke: 3 }),
      ],
    });
  },

  leaving: () => {
    const xs = range(0.5, 20, 40);
    const steps = [step('queue', 20, 0, { kind: 'wait', wait: { tolerance: minutes(2) } }), step('served', 10, 4)];
    const satisfaction = (affect) => (patience) =>
      live(steps, { segment: { patience: minutes(patience) }, model: { abandonment: { affect } } }).satisfaction.mean;
    const stayed = live(steps).satisfaction.mean;
    return lineChart({
      title: 'Why leaving must cost: 20 minutes of waiting, then service at +4',
      y: { label: 'satisfaction of whoever leaves after …', ticks: [0, 20, 40, 60, 80] },
      x: { label: 'minutes', ticks: [0, 5, 10, 15, 20] },
      lines: [
        line('−6 (default)', xs.slice(0, -1), satisfaction(-6)),
        line('−2', xs.slice(0, -1), satisfaction(-2)),
        line('0', xs.slice(0, -1), satisfaction(0), { stroke: 3 }),
        line('stayed', xs, () => stayed, { stroke: 2 }),
      ],
    });
  },

  disconfirmation: () => {
    const xs = range(-10, 10);
    const satisfaction = (expectation, lossAversion) => (level) =>
      live([step('a', 10, level)], { segment: { expectation }, model: { satisfaction: { lossAversion } } }).satisfaction.mean;
    return lineChart({
      title: 'What is remembered, what was expected, and satisfaction',
      y: { label: 'satisfaction', ticks: percentTicks },
      x: { label: 'remembered utility', ticks: affectTicks },
      lines: [
        line('expected 0', xs, satisfaction(0, 1.95)),
        line('expected +4', xs, satisfaction(4, 1.95)),
        line('0, λ = 1.31', xs, satisfaction(0, 1.31), { stroke: 3 }),
        line('0, λ = 1', xs, satisfaction(0, 1), { stroke: 2 }),
      ],
    });
  },

  lateness: () => {
    const xs = range(10, 60, 51);
    const satisfaction = (journey, segment) => (length) => live([step('a', length, 4)], { journey, segment }).satisfaction.mean;
    return lineChart({
      title: 'Broken promises cost fast, slowness costs slowly (service at +4)',
      y: { label: 'satisfaction', ticks: percentTicks },
      x: { label: 'clock minutes', ticks: [10, 20, 30, 40, 50, 60] },
      lines: [
        line('promised 20 min', xs, satisfaction({ promise: minutes(20) }, {})),
        line('expected 20 min', xs, satisfaction({}, { expectedDuration: minutes(20) })),
        line('neither', xs, satisfaction({}, {})),
      ],
    });
  },

  answers: () => {
    const levels = range(-9, 9, 73);
    const nps = (sd) => ({
      points: levels.map((level) => {
        const { satisfaction, nps: score } = live([step('a', 10, level)], {
          model: { response: { sd } },
          customers: 8_192,
          outcomes: ['satisfaction', 'nps'],
        });
        return [satisfaction.mean, score.mean];
      }),
    });
    return lineChart({
      title: 'The net promoter score of customers who are all equally satisfied',
      y: { label: 'NPS', ticks: [-100, -50, 0, 50, 100] },
      x: { label: 'satisfaction', ticks: percentTicks },
      lines: [
        { label: 'sd 0', ...nps(0), stroke: 2 },
        { label: 'sd 10 (default)', ...nps(10), stroke: 0 },
        { label: 'sd 20', ...nps(20), stroke: 1 },
      ],
    });
  },

  'three-es': () => {
    const steps = (probability) => [
      step('a', 10, 3, { effort: 2 }),
      step('b', 10, 3, { effort: 4, failure: { probability, affect: -6 } }),
      step('c', 10, 3, { effort: 2 }),
    ];
    const outcomes = ['effectiveness', 'ease', 'emotion', 'index'];
    const runs = range(0, 1, 21).map((probability) => [probability, live(steps(probability), { customers: 4_096, outcomes })]);
    const of = (name) => runs.map(([probability, run]) => [probability, run[name].mean]);
    return lineChart({
      title: 'One step of three fails more and more often',
      y: { label: 'points', ticks: percentTicks },
      x: { label: 'probability that the step fails', ticks: [0, 0.25, 0.5, 0.75, 1] },
      lines: [
        { label: 'effectiveness', points: of('effectiveness') },
        { label: 'ease', points: of('ease'), stroke: 3 },
        { label: 'emotion', points: of('emotion'), stroke: 1 },
        { label: 'index', points: of('index'), stroke: 2 },
      ],
    });
  },

  loyalty: () => {
    const levels = range(-10, 10);
    const returning = (slope) => ({
      points: levels.map((level) => {
        const { satisfaction, loyalty } = live([step('a', 10, level)], { model: { loyalty: { slope } } });
        return [satisfaction.mean, 100 * loyalty.mean];
      }),
    });
    return lineChart({
      title: 'Who comes back, by satisfaction',
      y: { label: 'loyalty', ticks: percentTicks, unit: ' %' },
      x: { label: 'satisfaction', ticks: percentTicks },
      lines: [
        { label: '1.2', ...returning(1.2), stroke: 1 },
        { label: '0.69 (default)', ...returning(0.69), stroke: 0 },
        { label: '0.3', ...returning(0.3), stroke: 2 },
      ],
    });
  },

  dependence: () => {
    const steps = Array.from({ length: 8 }, (_, k) => step(`${k}`, 5, normal({ mean: 2, sd: 3 })));
    const runs = range(0, 1, 21).map((affect) => {
      const { satisfaction } = live(steps, { segment: { dependence: { affect } }, customers: 10_000, outcomes: ['satisfaction'] });
      return { affect, ...satisfaction.quantiles };
    });
    const of = (level) => runs.map((run) => [run.affect, run[level]]);
    return lineChart({
      title: 'Eight steps that go together spread customers further apart',
      y: { label: 'satisfaction', ticks: percentTicks },
      x: { label: 'dependence.affect', ticks: [0, 0.25, 0.5, 0.75, 1] },
      lines: [
        { label: 'one in twenty above', points: of('p95'), stroke: 3 },
        { label: 'half above', points: of('p50'), stroke: 0 },
        { label: 'one in twenty below', points: of('p5'), stroke: 1 },
      ],
    });
  },

  merging: () => {
    const xs = range(-10, 10, 81);
    const parts = (other) => [step('a', 5, 4), step('b', 5, other)];
    const around = (inner) => [step('before', 10, 1), ...inner, step('after', 10, 1)];
    const merged = (affect) => (other) => live(around([{ id: 'ab', parts: parts(other), affect }])).rememberedUtility.mean;
    return lineChart({
      title: 'A merged step is remembered as its parts, or as their mean',
      y: { label: 'remembered utility', ticks: [-2, 0, 2, 4] },
      x: { label: 'affect of the one part (the other: +4)', ticks: affectTicks },
      lines: [line('kept = apart', xs, merged('kept')), line('time-weighted', xs, merged('time-weighted'))],
    });
  },
};

/** Every picture as SVG text, by its name. */
export function drawPictures() {
  return new Map(Object.entries(pictures).map(([name, draw]) => [name, draw()]));
}
