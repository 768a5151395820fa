// Two builds side by side: `npm run bench -- --against REV [--rounds 9] [--only "W,+ waits"]`. The other revision is built in a folder of its own;
// each case is run by both in turn, and what counts is the median of the ratios of the rounds.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBuild } from './build.mjs';
import { cases } from './cases.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)];

export async function against(revision, { rounds = 9, only } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'peakend-bench-'));
  const other = join(folder, 'other');
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  git('worktree', 'add', '--detach', other, revision);
  try {
    symlinkSync(join(root, 'node_modules'), join(other, 'node_modules'));
    execFileSync(process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js'), '--no-dts', '--silent'], {
      cwd: other,
      stdio: 'inherit',
    });
    console.log(
      `this build against ${git('rev-parse', '--short', revision)}, ${rounds} rounds in turn; a ratio above 1: this build is faster\n`,
    );
    await compare(join(root, 'dist'), join(other, 'dist'), rounds, only);
  } finally {
    git('worktree', 'remove', '--force', other);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(ours, theirs, rounds, only) {
  for (const [name, { perUnit }] of Object.entries(cases)) {
    if (only !== undefined && !only.includes(name)) continue;
    // A process of its own for each case: what one case has taught the engine must not help or hurt the next.
    const pair = [openBuild(ours), openBuild(theirs)];
    const times = [[], []];
    for (let round = -3; round < rounds; round++) {
      for (const side of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const { wall } = await pair[side].run(name, round + 3);
        if (round >= 0) times[side].push(wall);
      }
    }
    for (const { close } of pair) close();
    const shown = (milliseconds) =>
      perUnit === undefined ? `${milliseconds.toFixed(2)} ms` : `${((milliseconds * 1e6) / perUnit).toFixed(0)} ns`;
    const ratio = median(times[0].map((time, round) => times[1][round] / time));
    console.log(
      `${name.padEnd(36)}${shown(median(times[0])).padStart(10)}${shown(median(times[1])).padStart(12)}   ${ratio.toFixed(2)} times`,
    );
  }
}
