/**
 * Questions to a worker and its answers, for Web Workers and for worker threads.
 *
 * Every question has a number. A newer one of the same name stops the older: its answer, should it still come, is dropped. Results are plain data and travel as
 * they are; a JourneyError would arrive as an Error without its issues, so it travels as data and is made again on the other side.
 *
 * The library is handed over, because a page without a bundler imports it from another address than a program of Node.
 */

/** On the worker's side: `functions[name](input, { signal, onProgress })` answers the questions of that name. */
export function answerQuestions(port, functions, { isJourneyError }) {
  const running = new Map();
  port.addEventListener('message', async ({ data: { number, name, input, stop } }) => {
    if (stop !== undefined) return running.get(stop)?.abort();
    const controller = new AbortController();
    running.set(number, controller);
    try {
      const onProgress = ({ share }) => port.postMessage({ number, share });
      const result = await functions[name](input, { signal: controller.signal, onProgress });
      port.postMessage({ number, result });
    } catch (error) {
      const { code, issues, more } = isJourneyError(error) ? error : {};
      port.postMessage({ number, failed: { code, issues, more, message: String(error?.message ?? error) } });
    } finally {
      running.delete(number);
    }
  });
  port.start?.();
}

/** On the page's side: `ask(name, input, onProgress?)` promises the result; it is rejected with an AbortError once there is a newer question of that name. */
export function makeAsk(port, { JourneyError }) {
  const waiting = new Map();
  const latest = new Map();
  let numbers = 0;
  port.addEventListener('message', ({ data: { number, share, failed, result } }) => {
    const question = waiting.get(number);
    if (question === undefined) return; // Somebody asked something newer meanwhile.
    if (share !== undefined) return question.onProgress?.(share);
    waiting.delete(number);
    if (failed === undefined) question.resolve(result);
    else question.reject(failed.issues === undefined ? new Error(failed.message) : new JourneyError(failed.issues, { more: failed.more }));
  });
  port.start?.();

  return function ask(name, input, onProgress) {
    const older = latest.get(name);
    if (waiting.has(older)) {
      waiting.get(older).reject(new DOMException('a newer question was asked', 'AbortError'));
      waiting.delete(older);
      port.postMessage({ stop: older });
    }
    const number = ++numbers;
    latest.set(name, number);
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject, onProgress });
      port.postMessage({ number, name, input });
    });
  };
}
