import { describe, expect, test } from 'vitest';
import { codeRows, fieldsOf, readPage } from './read-page';

const page = readPage('docs/reference/shards.md');
const rowsUnder = (heading: string) => codeRows(page.split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!).map(([field]) => field);

describe('the reference of shards names', () => {
  test.each([
    ['Options of planShards', 'PlanShardsOptions'],
    ['A shard', 'Shard'],
    ['A partial', 'ShardPartial'],
    ['Options of verify', 'VerifyOptions'],
    ['A verification', 'Verification'],
  ])('every field under %s', (heading, name) => {
    expect(rowsUnder(heading).length).toBeGreaterThan(0);
    expect(rowsUnder(heading)).toEqual(fieldsOf('src/sharding/types.ts', name));
  });
});
