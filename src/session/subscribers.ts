/** Everyone a session notifies: subscribers and listeners, all equal and none able to stop it, and the person. */
import type { Clock } from "../clock.ts";

/** How long a short message stays. */
const MESSAGE_MS = 6000;

/** Functions called with everything that happens; one that throws is dropped with a notice. */
export class ListenerRegistry<T = void> {
  readonly #addNotice: (text: string) => void;
  readonly #listeners = new Map<(news: T) => void, string>();
  readonly #queue: T[] = [];
  #isNotifying = false;

  /** @param addNotice is called with a notice about a listener that failed. */
  constructor(addNotice: (text: string) => void) {
    this.#addNotice = addNotice;
  }

  /**
   * Adds a listener; returns a function that removes it.
   *
   * @param name what a notice calls it if it fails.
   */
  add(listener: (news: T) => void, name = "a part of the session"): () => void {
    this.#listeners.set(listener, name);
    return () => this.#listeners.delete(listener);
  }

  /** Notifies every listener in order; anything they cause meanwhile is delivered afterwards. */
  notify(news: T): void {
    this.#queue.push(news);
    if (this.#isNotifying) return;
    this.#isNotifying = true;
    while (this.#queue.length > 0) this.#deliver(this.#queue.shift() as T);
    this.#isNotifying = false;
  }

  #deliver(news: T): void {
    for (const [listener, name] of [...this.#listeners]) {
      try {
        listener(news);
      } catch (error) {
        this.#listeners.delete(listener);
        this.#addNotice(`${name} stopped: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}

/** What a session tells the person besides its frames: short messages, and notices that are kept until the end. */
export class SessionMessages {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #listeners = new ListenerRegistry<string>((text) => this.addNotice(text));
  #notices: readonly string[] = [];
  #message: string | undefined;
  #cancelExpiry: () => void = () => {};

  /** @param onChange is called when the message changes. */
  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  notices(): readonly string[] {
    return this.#notices;
  }

  message(): string | undefined {
    return this.#message;
  }

  /** Shows a short message. */
  show(text: string): void {
    this.#cancelExpiry();
    this.#set(text);
    this.#cancelExpiry = this.#clock.callAt(this.#clock.monotonicMs() + MESSAGE_MS, () => this.#set(undefined));
  }

  /** Shows a notice and keeps it; the same text twice in a row is kept and shown once. */
  addNotice(text: string): void {
    if (this.#notices.at(-1) === text) return;
    this.#notices = [...this.#notices, text];
    this.#listeners.notify(text);
    this.show(text);
  }

  /** Calls the listener with every notice; returns a function that unsubscribes. */
  onNotice(listener: (text: string) => void): () => void {
    return this.#listeners.add(listener);
  }

  #set(message: string | undefined): void {
    this.#message = message;
    this.#onChange();
  }
}
