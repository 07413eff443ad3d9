/** Those who are told what happens in a session: equals, and none can stop it. */
import type { DatedHappening, Session, SessionSubscriber } from "./types.ts";

export class SubscriberRegistry {
  readonly #session: Session;
  readonly #addNotice: (text: string) => void;
  readonly #subscribers = new Map<string, SessionSubscriber>();
  readonly #queue: (readonly DatedHappening[])[] = [];
  #notifying = false;

  /** @param notice takes a word about a subscriber that failed. */
  constructor(session: Session, notice: (text: string) => void) {
    this.#session = session;
    this.#addNotice = notice;
  }

  /** Adds a subscriber; returns how to leave. */
  add(name: string, subscriber: SessionSubscriber): () => void {
    this.#subscribers.set(name, subscriber);
    return () => this.#subscribers.delete(name);
  }

  /** Tells every subscriber in order; what they cause meanwhile is told afterwards. One that throws is dropped. */
  notify(dated: readonly DatedHappening[]): void {
    this.#queue.push(dated);
    if (this.#notifying) return;
    this.#notifying = true;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      for (const [name, subscriber] of [...this.#subscribers]) {
        try {
          subscriber(next, this.#session);
        } catch (error) {
          this.#subscribers.delete(name);
          this.#addNotice(`${name} stopped: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    }
    this.#notifying = false;
  }
}

/** Functions that are called when something changes; one that throws is dropped with a word too. */
export class ListenerRegistry<T = void> {
  readonly #addNotice: (text: string) => void;
  readonly #listeners = new Set<(what: T) => void>();

  /** @param notice takes a word about a listener that failed. */
  constructor(notice: (text: string) => void) {
    this.#addNotice = notice;
  }

  /** Adds a listener; returns how to leave. */
  add(listener: (what: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  notify(what: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(what);
      } catch (error) {
        this.#listeners.delete(listener);
        this.#addNotice(`a part of the session stopped: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}
