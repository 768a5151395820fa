import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Where the library is: this repository with its build, or a folder in which the packed library is installed. */
const library = process.env['PEAKEND_LIBRARY'] ?? join(here, '../..');

/** What `import … from 'peakend'` means, by the `exports` of the library's own package.json. */
function published(): { find: RegExp; replacement: string }[] {
  const { exports } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { import: { default: string } }>;
  };
  return Object.entries(exports).flatMap(([key, target]) => {
    if (typeof target === 'string') return [];
    const file = join(library, target.import.default);
    if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build`);
    return [{ find: new RegExp(`^peakend${key.slice(1)}$`), replacement: file }];
  });
}

/**
 * A page that opens from `file://`: browsers load neither modules nor their workers from there, so the script is a classic one. And a page that does
 * nothing but what it came with: its policy names the script, the style and the worker, and forbids everything else.
 */
function classicPage(): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self' file:",
    "style-src 'self' file:",
    'worker-src blob:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return {
    name: 'classic-page',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html
          .replace(/<script type="module" crossorigin/g, '<script defer')
          .replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"')
          .replace('<meta charset="utf-8" />', `$&\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`),
    },
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        const content = file.type === 'chunk' ? file.code : file.source;
        const bytes = Buffer.from(content);
        const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
        this.info(`${name}: ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes).length)} compressed (${hash})`);
      }
    },
  };
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

export default defineConfig({
  root: here,
  base: './',
  resolve: { alias: published() },
  plugins: [classicPage()],
  worker: { format: 'iife' },
  build: {
    outDir: process.env['PLAYGROUND_OUT'] ?? join(here, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 2000,
    rollupOptions: { output: { format: 'iife', entryFileNames: 'playground.js', assetFileNames: 'playground[extname]' } },
  },
  server: { fs: { allow: [join(here, '../..'), library] } },
});
