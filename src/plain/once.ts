/**
 * A function that works something out once for each object, and forgets it with the object. `keeps`: whether this is one that nobody can change; what
 * comes of others is worked out each time. Default: all are.
 */
export function once<Key extends object, Value extends object | string>(
  make: (key: Key) => Value,
  keeps: (key: Key) => boolean = () => true,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      if (keeps(key)) known.set(key, value);
    }
    return value;
  };
}
