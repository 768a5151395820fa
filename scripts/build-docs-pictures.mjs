// Draws docs/pictures/*.svg from the built library. With --check it writes nothing and fails when a picture is out of date.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawPictures } from './docs-pictures/pictures.mjs';
import { comparedPicture, drawComparedPicture, drawReadmePicture, readmePicture } from './docs-pictures/readme-picture.mjs';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const pictures = drawPictures().set(readmePicture, drawReadmePicture()).set(comparedPicture, drawComparedPicture());
mkdirSync(folder, { recursive: true });
const drawn = new Set(readdirSync(folder).filter((file) => file.endsWith('.svg')));
const outdated = [...pictures].filter(([name, svg]) => !drawn.has(`${name}.svg`) || readFileSync(`${folder}${name}.svg`, 'utf8') !== svg);

if (process.argv.includes('--check')) {
  for (const [name] of outdated) console.error(`docs/pictures/${name}.svg is out of date: run node scripts/build-docs-pictures.mjs`);
  if (outdated.length > 0) process.exitCode = 1;
} else {
  for (const [name, svg] of outdated) writeFileSync(`${folder}${name}.svg`, svg);
  console.log(`${pictures.size} pictures, ${outdated.length} redrawn`);
}
