/** A method of something from outside, which may be anything at all. */
export function methodOf(value: unknown, name: string | symbol): (() => unknown) | undefined {
  try {
    const method = (Object(value) as Record<string | symbol, unknown>)[name];
    return value !== null && value !== undefined && typeof method === 'function' ? (method as () => unknown) : undefined;
  } catch {
    return undefined;
  }
}

/** What an iterable from outside gives: whatever it throws is told as its fault. */
export function* iterated(source: unknown, fault: (cause: unknown) => Error): Generator<unknown, void> {
  const asked = <Answer>(ask: () => Answer): Answer => {
    try {
      return ask();
    } catch (cause) {
      throw fault(cause);
    }
  };
  const iterator = asked(() => (source as Iterable<unknown>)[Symbol.iterator]());
  let ended = false;
  try {
    for (;;) {
      const { done, value } = asked(() => {
        const next = iterator.next();
        return { done: next.done, value: next.value as unknown };
      });
      ended = done === true;
      if (ended) return;
      yield value;
    }
  } finally {
    // Whoever stops early lets it put away what it holds.
    if (!ended) methodOf(iterator, 'return')?.call(iterator);
  }
}
