import { portOfWorker } from './port';
import { isOurs, sentError, type Reply } from './wire';

/** In a worker: does whatever task comes, and tells how it ended. Elsewhere: nothing. */
export function serveTasks(execute: (task: unknown) => unknown): void {
  const port = portOfWorker();
  if (port === undefined) return;
  const tell = (reply: Reply, transfer: readonly ArrayBufferLike[] = []): void => port.post(reply, transfer);
  const fail = (error: unknown): void => tell({ peakend: 'failed', error: sentError(error) });
  port.listen((message) => {
    if (!isOurs(message) || message.peakend !== 'task') return;
    const { task } = message;
    // What cannot be copied to the other side fails too.
    new Promise((done) => done(execute(task))).then((result) => tell({ peakend: 'done', result }, memoryOf(result))).catch(fail);
  });
  tell({ peakend: 'started' });
}

/** The memory of the columns a result holds, in itself or in lists, where they fill it: nobody here needs it any more. */
function memoryOf(result: unknown): ArrayBufferLike[] {
  if (typeof result !== 'object' || result === null) return [];
  const columns = Object.values(result)
    .flat()
    .filter((value: unknown) => value instanceof Float64Array);
  return [...new Set(columns.filter(({ byteLength, buffer }) => byteLength === buffer.byteLength).map(({ buffer }) => buffer))];
}
