import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../examples/progress/', import.meta.url);
const program = fileURLToPath(new URL('progress.mjs', folder));

interface Bar {
  readonly onProgress: ((progress: { share: number }) => void) | undefined;
  end(): void;
}
const { progressBar } = (await import(new URL('bar.mjs', folder).href)) as {
  progressBar: (options: { stream: object; now: () => number }) => Bar;
};

describe('the bar of a long run', () => {
  it('says how far it is and how long it takes, not oftener than eyes see, and goes away', () => {
    const written: string[] = [];
    let time = 0;
    const stream = { isTTY: true, columns: 50, write: (text: string) => written.push(text) };
    const bar = progressBar({ stream, now: () => time });
    for (const [at, share] of [
      [0, 0],
      [50, 0.1],
      [30_000, 0.25],
      [30_050, 0.26],
      [120_000, 1],
    ] as const) {
      time = at;
      bar.onProgress!({ share });
    }
    bar.end();
    expect(written.map((text) => text.replace('\u001b[K', '|'))).toEqual([
      '\r░░░░░░░░░░░░░░░░░░░░   0 %  |',
      '\r█████░░░░░░░░░░░░░░░  25 %  1.5 min left|',
      '\r████████████████████ 100 %  0 s left|',
      '\r|',
    ]);
  });

  it('is silent where nobody watches', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, '5000'], { encoding: 'utf8' });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(/^Visit: 5,000 customers/);
  });

  it.runIf(existsSync('/usr/bin/script'))('is drawn on a terminal', () => {
    const run = spawnSync('/usr/bin/script', ['-qec', `'${process.execPath}' '${program}' 400000`, '/dev/null'], {
      encoding: 'utf8',
      input: '',
    });
    expect(run.stdout).toMatch(/█+░* +\d+ % {2}/);
    expect(run.stdout).toContain('Visit: 400,000 customers');
  });

  it('answers Ctrl-C with what there is', async () => {
    const run = spawn(process.execPath, [program, '1000000000'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    run.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
    run.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    setTimeout(() => run.kill('SIGINT'), 4000);
    const code = await new Promise((done) => run.on('close', done));
    expect({ code, stderr }).toEqual({ code: 130, stderr: 'Stopped: this is what there is so far.\n' });
    const [, customers] = /^Visit: ([\d,]+) customers/.exec(stdout)!;
    expect(Number(customers!.replaceAll(',', ''))).toBeGreaterThan(0);
    expect(Number(customers!.replaceAll(',', ''))).toBeLessThan(1e9);
  });
});
