import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = { '.html': 'text/html', '.mjs': 'text/javascript', '.js': 'text/javascript', '.css': 'text/css' };

/** What a strict page allows: files of its own server, and nothing inline. */
const policy = "default-src 'self'; style-src 'self'; script-src 'self'; worker-src 'self'";

/** Serves files, and the files of folders, by the first piece of the address, as any static server does. */
export async function serve(folders: Readonly<Record<string, string>>): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const [, first = '', ...rest] = new URL(request.url!, 'http://server').pathname.split('/');
    const folder = folders[first];
    const file = folder === undefined ? '' : join(folder, normalize(rest.join('/')));
    if (folder === undefined || !file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-security-policy': policy });
    response.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
