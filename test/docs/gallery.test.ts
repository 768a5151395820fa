import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('the gallery shows the charts that its code draws', () => {
  expect(() => execFileSync('node', ['scripts/build-gallery.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
});
