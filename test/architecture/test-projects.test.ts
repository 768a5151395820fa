import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import config from '../../vitest.config';

it('every folder with tests belongs to a project, so that `npm test` runs it', () => {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const folders = new Set(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.test.ts') && !path.includes('node_modules'))
      .map((path) => `test/${path.slice(0, path.indexOf('/'))}/**/*.test.ts`),
  );
  const included = (config.test?.projects ?? []).flatMap((project) =>
    typeof project === 'object' && 'test' in project ? (project.test?.include ?? []) : [],
  );
  expect([...folders].sort()).toEqual([...included].filter((pattern) => folders.has(pattern)).sort());
  expect(folders.size).toBeGreaterThan(4);
});
