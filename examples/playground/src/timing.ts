/** What the page took, for whoever measures it: from an input to the first look and to the whole answer, as painted. */
const begun = new Map<number, { readonly start: number; readonly asked: number }>();
const mostKept = 64;

/** When the hand last moved, for what is only asked in the frame after. */
let input: number | undefined;

export function noteInput(timeStamp: number): void {
  input = timeStamp;
}

export function noteAsked(number: number): void {
  const now = performance.now();
  begun.set(number, { start: globalThis.event?.timeStamp ?? input ?? now, asked: now });
  input = undefined;
  for (const old of begun.keys()) if (begun.size > mostKept) begun.delete(old);
}

/**
 * To be called once the page holds the answer, which came at `came`: what is painted is painted in the frame to come. Besides what it took in the worker
 * (`spent`) it is noted what the page took to ask (`asking`), and from the answer until it was painted (`showing`); what is left is waiting for the worker.
 */
export function noteAnswered(number: number, coarse: boolean, spent: number, came: number): void {
  const noted = begun.get(number);
  if (noted === undefined) return;
  const { start, asked } = noted;
  requestAnimationFrame(() => {
    // A message that is sent within a frame arrives once it has been painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      const end = performance.now();
      const detail = { number, spent, asking: asked - start, showing: end - came };
      performance.measure(coarse ? 'first look' : 'verdict', { start, end, detail });
      if (!coarse) begun.delete(number);
    };
    port2.postMessage(0);
  });
}
