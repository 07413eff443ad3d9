/** Those who are told what happens in a session: equals, and none can stop it. */
import type { Dated, Session, Subscriber } from "./types.ts";

export class Subscribers {
  readonly #session: Session;
  readonly #notice: (text: string) => void;
  readonly #subscribers = new Map<string, Subscriber>();
  readonly #waiting: (readonly Dated[])[] = [];
  #telling = false;

  /** @param notice takes a word about a subscriber that failed. */
  constructor(session: Session, notice: (text: string) => void) {
    this.#session = session;
    this.#notice = notice;
  }

  /** Adds a subscriber; returns how to leave. */
  add(name: string, subscriber: Subscriber): () => void {
    this.#subscribers.set(name, subscriber);
    return () => this.#subscribers.delete(name);
  }

  /** Tells every subscriber in order; what they cause meanwhile is told afterwards. One that throws is dropped. */
  tell(dated: readonly Dated[]): void {
    this.#waiting.push(dated);
    if (this.#telling) return;
    this.#telling = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      for (const [name, subscriber] of [...this.#subscribers]) {
        try {
          subscriber(next, this.#session);
        } catch (error) {
          this.#subscribers.delete(name);
          this.#notice(`${name} stopped: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    }
    this.#telling = false;
  }
}

/** Functions that are called when something changes; one that throws is dropped with a word too. */
export class Listeners<T = void> {
  readonly #notice: (text: string) => void;
  readonly #listeners = new Set<(what: T) => void>();

  /** @param notice takes a word about a listener that failed. */
  constructor(notice: (text: string) => void) {
    this.#notice = notice;
  }

  /** Adds a listener; returns how to leave. */
  add(listener: (what: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(what: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(what);
      } catch (error) {
        this.#listeners.delete(listener);
        this.#notice(`a part of the session stopped: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}
