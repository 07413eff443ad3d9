/** Results that are worked out once for each object. */

/** Builds a value once for each key, and gives the same one afterwards: equal keys have values that compare as equal. */
export function memoise<Key extends object, Value>(build: (key: Key) => Value): (key: Key) => Value {
  const cache = new WeakMap<Key, Value>();
  return (key) => {
    const value = cache.get(key) ?? build(key);
    cache.set(key, value);
    return value;
  };
}
