import { portOfWorker } from './port';
import { isOurs, sentError, type Reply } from './wire';

/** In a worker: does whatever task comes, and tells how it ended. Elsewhere: nothing. */
export function serveTasks(execute: (task: unknown) => unknown): void {
  const port = portOfWorker();
  if (port === undefined) return;
  const tell = (reply: Reply): void => port.post(reply);
  const fail = (error: unknown): void => tell({ peakend: 'failed', error: sentError(error) });
  port.listen((message) => {
    if (!isOurs(message) || message.peakend !== 'task') return;
    const { task } = message;
    // What cannot be copied to the other side fails too.
    new Promise((done) => done(execute(task))).then((result) => tell({ peakend: 'done', result })).catch(fail);
  });
  tell({ peakend: 'started' });
}
