/**
 * A study in shards, kept in a folder: stopped half-way, and gone on with. What is in the folder is not run again; what was damaged there is found and
 * run again; in the end some of it is checked, and everything merged, one file at a time.
 *
 *     node examples/shards/folder.mjs
 */
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isJourneyError, mergeShards, planShards, runShard, simulate, verify } from 'peakend';
import { journey, segments } from '../airport/journey.mjs';

const study = { journey, segments, customers: 20_000, seed: 'folder', outcomes: ['satisfaction', 'perceivedDuration'] };
const shards = planShards(study, { shardSize: 4096 });
const folder = mkdtempSync(join(tmpdir(), 'peakend-shards-'));
const fileOf = ({ index }) => join(folder, `${index}.json`);

/** Lives what is not there yet, at most so many shards. Run it in as many processes as you like. */
function go(most = Infinity) {
  const there = new Set(readdirSync(folder));
  const missing = shards.filter(({ index }) => !there.has(`${index}.json`)).slice(0, most);
  for (const shard of missing) {
    // Under its name it is whole: a process that is killed leaves no half of a file there.
    writeFileSync(`${fileOf(shard)}.part`, JSON.stringify(runShard(shard)));
    renameSync(`${fileOf(shard)}.part`, fileOf(shard));
  }
  return missing.map(({ index }) => index);
}

/** One file after the other, so that no more than one is in memory. */
function* parts() {
  for (const shard of shards) yield readFileSync(fileOf(shard), 'utf8');
}

console.log(`${shards.length} shards`);
console.log(`before it was stopped: ${go(2).join(', ')}`);
console.log(`afterwards: ${go().join(', ')}`);

const damaged = readFileSync(fileOf(shards[3]), 'utf8');
writeFileSync(fileOf(shards[3]), damaged.replace('"numbers":"AAAA', '"numbers":"AAAB'));
try {
  mergeShards(parts());
} catch (error) {
  if (!isJourneyError(error)) throw error;
  console.log(`found: ${error.message}`);
}
rmSync(fileOf(shards[3]));
console.log(`run again: ${go().join(', ')}`);

const { checked, same } = verify([...parts()], { share: 0.4, seed: 1 });
console.log(`checked ${checked.join(', ')}: ${same ? 'the same bytes' : 'something else'}`);
const result = mergeShards(parts());
console.log(
  `satisfaction ${result.overall.satisfaction.mean.toFixed(2)}, felt ${(result.overall.perceivedDuration.mean / 60).toFixed(1)} min`,
);
console.log(`as in one run: ${JSON.stringify(result) === JSON.stringify(simulate(study))}`);
rmSync(folder, { recursive: true });
