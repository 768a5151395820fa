import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { build as buildWithVite } from 'vite';

const measured = (contents) => ({ minified: Buffer.byteLength(contents), gzipped: gzipSync(contents, { level: 9 }).byteLength });

/** What a page that says this would load: bundled and minified for browsers from what is installed in a folder; and which files it is made of. */
export async function bundle(program, folder) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const files = Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []));
  return { text: outputFiles[0].text, files, ...measured(outputFiles[0].text) };
}

/** The same as Vite bundles it. */
export async function viteBundle(program, folder) {
  const name = 'virtual:page';
  const page = {
    name,
    resolveId: (id) => (id === name ? `${folder}/page.js` : undefined),
    load: (id) => (id === `${folder}/page.js` ? program : undefined),
  };
  const { output } = await buildWithVite({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [page],
    build: { write: false, modulePreload: false, rollupOptions: { input: name, preserveEntrySignatures: 'strict' } },
  });
  return measured(output.map(({ code }) => code).join(''));
}

/** What pages of different kinds load, for the table of the guide. */
export const pages = [
  { what: 'simulate only', program: `export { simulate } from 'peakend'` },
  { what: 'compare and redesign', program: `export { compare, redesign, move, update, insert, remove } from 'peakend'` },
  {
    what: 'an editor',
    program: `export { createSimulator, checkJourney, defineJourney, redesignWithPatches, applyPatches, toText } from 'peakend'`,
  },
  { what: 'check a journey only', program: `export { checkJourney } from 'peakend'` },
  { what: 'everything in `peakend`', program: `export * from 'peakend'` },
  { what: 'everything in `peakend/charts`', program: `export * from 'peakend/charts'` },
  { what: 'everything in `peakend/data`', program: `export * from 'peakend/data'` },
  { what: 'everything in `peakend/formats`', program: `export * from 'peakend/formats'` },
  { what: 'everything in `peakend/workers`', program: `export * from 'peakend/workers'` },
];

/** The lines between which the table stands in docs/guides/embedding.md. */
export const marks = ['<!-- sizes: scripts/build-sizes.mjs -->', '<!-- end of sizes -->'];
