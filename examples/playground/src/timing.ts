/** What the page took, for whoever measures it: from an input to the first look and to the whole answer, as painted. */
const begun = new Map<number, number>();
const mostKept = 64;

/** When the hand last moved, for what is only asked in the frame after. */
let input: number | undefined;

export function noteInput(timeStamp: number): void {
  input = timeStamp;
}

export function noteAsked(number: number): void {
  begun.set(number, globalThis.event?.timeStamp ?? input ?? performance.now());
  input = undefined;
  for (const old of begun.keys()) if (begun.size > mostKept) begun.delete(old);
}

/** To be called once the page holds the answer: what is painted is painted in the frame to come. */
export function noteAnswered(number: number, coarse: boolean, spent: number): void {
  const start = begun.get(number);
  if (start === undefined) return;
  requestAnimationFrame(() => {
    // A message that is sent within a frame arrives once it has been painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      performance.measure(coarse ? 'first look' : 'verdict', { start, end: performance.now(), detail: { number, spent } });
      if (!coarse) begun.delete(number);
    };
    port2.postMessage(0);
  });
}
