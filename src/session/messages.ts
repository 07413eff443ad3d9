/** What a session says to the person beside its frames: words for the moment, and notices that are kept for the end. */
import type { Clock } from "../clock.ts";

/** How long a word for the moment stays. */
const MESSAGE_MS = 6000;

export class SessionMessages {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #listeners = new Set<(text: string) => void>();
  #notices: readonly string[] = [];
  #message: string | undefined;
  #cancelExpiry: () => void = () => {};

  /** @param changed called when the word has become another. */
  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#onChange = changed;
  }

  notices(): readonly string[] {
    return this.#notices;
  }

  message(): string | undefined {
    return this.#message;
  }

  /** Says a word for the moment. */
  show(text: string): void {
    this.#cancelExpiry();
    this.#set(text);
    this.#cancelExpiry = this.#clock.callAt(this.#clock.monotonicMs() + MESSAGE_MS, () => this.#set(undefined));
  }

  /** Says a notice and keeps it; the same words one after the other are kept and said once. */
  addNotice(text: string): void {
    if (this.#notices.at(-1) === text) return;
    this.#notices = [...this.#notices, text];
    for (const listener of this.#listeners) listener(text);
    this.show(text);
  }

  /** Told of every notice; returns how to leave. */
  onNotice(listener: (text: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(word: string | undefined): void {
    this.#message = word;
    this.#onChange();
  }
}
