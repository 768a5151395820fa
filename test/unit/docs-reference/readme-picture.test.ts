import { expect, test } from 'vitest';
import { readPage, root } from './read-page';

const { drawReadmePicture, readmePicture } = (await import(`${root}scripts/docs-pictures/readme-picture.mjs`)) as {
  drawReadmePicture: () => string;
  readmePicture: string;
};

test('the picture of the README is what the library draws (else: node scripts/build-docs-pictures.mjs)', () => {
  expect(readPage('README.md')).toContain(`docs/pictures/${readmePicture}.svg`);
  expect(readPage(`docs/pictures/${readmePicture}.svg`)).toBe(drawReadmePicture());
});
