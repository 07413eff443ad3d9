/** Promises that are settled from outside: one alone, or many by number. */

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

export function createDeferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Requests to another process that have not been answered yet, by number. */
export class PendingReplies<T> {
  #nextId = 0;
  readonly #pending = new Map<number, Deferred<T>>();

  /** Whether every request has been answered. */
  get isEmpty(): boolean {
    return this.#pending.size === 0;
  }

  /** Assigns a number, with a promise that settles when the request is answered. */
  register(): { readonly id: number; readonly reply: Promise<T> } {
    const deferred = createDeferred<T>();
    const id = this.#nextId++;
    this.#pending.set(id, deferred);
    return { id, reply: deferred.promise };
  }

  resolve(id: number, reply: T): void {
    this.#pending.get(id)?.resolve(reply);
    this.#pending.delete(id);
  }

  /** Gives every request the same answer, because nobody is left to give another. */
  resolveAll(reply: T): void {
    for (const id of [...this.#pending.keys()]) this.resolve(id, reply);
  }
}
