/** Runs instrumented snippets one after the other and sends what came of each: `node run-all.mjs folder` with a list of files in folder/list.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { begin, report } from 'docs-watch';

const folder = process.argv[2];
const results = [];
for (const file of JSON.parse(readFileSync(join(folder, 'list.json'), 'utf8'))) {
  begin();
  let thrown;
  try {
    await import(pathToFileURL(join(folder, file)).href);
  } catch (error) {
    thrown = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  results.push({ ...report(), thrown });
  // Written each time: should a snippet never end, those before it are known.
  writeFileSync(join(folder, 'results.json'), JSON.stringify(results));
}
