/** A Redis of our own for the example, with persistence, in a folder that is gone afterwards. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export function ownRedis(port) {
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    console.error('redis-server is not installed: apt-get install -y redis-server (Debian, Ubuntu), brew install redis (macOS).');
    process.exit(1);
  }
  const folder = mkdtempSync(join(tmpdir(), 'peakend-redis-'));
  let server;

  async function start() {
    // Every write is on the disk before it is answered, so that nothing that was answered can be lost.
    const persistent = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...persistent], { stdio: 'ignore' });
    while (!(await answers(port))) await pause(50);
  }
  async function kill() {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
  async function end() {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  }
  return { start, kill, end, killNow: () => server.kill('SIGKILL') };
}

/** Whether Redis has read what it had written down, and takes commands. */
function answers(port) {
  return new Promise((told) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    socket.once('data', (data) => {
      told(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => told(false));
  });
}
