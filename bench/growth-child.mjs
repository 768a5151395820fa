// One study of a given size in a process of its own: `node growth-child.mjs '{"customers":…,"steps":…,"segments":…,"outcomes":[…]}' ROUNDS`
// prints the least processor time it took, in milliseconds, and the most memory the process held.
import { simulate } from 'peakend';
import { isWait, patienceMean, spec } from './workload.mjs';

const { customers, steps, segments, outcomes } = JSON.parse(process.argv[2]);
const rounds = Number(process.argv[3]);

/** As W, with failures, waits and patience, but for the choice; alike in all segments but for patience. */
const journey = {
  name: 'grown',
  interactions: Array.from({ length: steps }, (_, index) => {
    const { median, sigma, mean, sd, failure } = spec(0, index);
    return {
      id: `i${index}`,
      duration: { type: 'lognormal', median, sigma },
      affect: { type: 'normal', mean, sd },
      failure,
      ...(isWait(index) ? { kind: 'wait', wait: { tolerance: 120 } } : {}),
    };
  }),
};
const population = Array.from({ length: segments }, (_, index) => ({
  id: `s${index}`,
  share: 1 / segments,
  patience: { type: 'exponential', mean: (patienceMean(index % 4) * steps) / 12 },
}));
const live = (seed) => {
  const start = process.cpuUsage();
  simulate({ journey, segments: population, customers, seed, ...(outcomes === undefined ? {} : { outcomes }) });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

// Until the engine has seen enough of it.
for (let spent = 0; spent < 1500;) spent += live(0);
const milliseconds = Math.min(...Array.from({ length: rounds }, (_, round) => live(round + 1)));
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ milliseconds, megabytes }));
