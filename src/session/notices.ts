/** What a session says to the person beside its frames: words for the moment, and notices that are kept for the end. */
import type { Clock } from "../clock.ts";

/** How long a word for the moment stays. */
const WORD_MS = 6000;

export class SessionWords {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #listeners = new Set<(text: string) => void>();
  #notices: readonly string[] = [];
  #word: string | undefined;
  #forget: () => void = () => {};

  /** @param changed called when the word has become another. */
  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  notices(): readonly string[] {
    return this.#notices;
  }

  word(): string | undefined {
    return this.#word;
  }

  /** Says a word for the moment. */
  say(text: string): void {
    this.#forget();
    this.#set(text);
    this.#forget = this.#clock.at(this.#clock.monotonicMs() + WORD_MS, () => this.#set(undefined));
  }

  /** Says a notice and keeps it; the same words one after the other are kept and said once. */
  notice(text: string): void {
    if (this.#notices.at(-1) === text) return;
    this.#notices = [...this.#notices, text];
    for (const listener of this.#listeners) listener(text);
    this.say(text);
  }

  /** Told of every notice; returns how to leave. */
  onNotice(listener: (text: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(word: string | undefined): void {
    this.#word = word;
    this.#changed();
  }
}
