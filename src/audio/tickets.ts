/** What was asked of the sound process and is not answered yet, each under a number. */
export class Tickets {
  #last = 0;
  readonly #open = new Map<number, () => void>();

  /** Whether everything is answered. */
  get none(): boolean {
    return this.#open.size === 0;
  }

  /** A new number, and what settles when it is answered. */
  take(): { readonly ticket: number; readonly answered: Promise<void> } {
    const ticket = this.#last++;
    return { ticket, answered: new Promise((resolve) => this.#open.set(ticket, resolve)) };
  }

  answer(ticket: number): void {
    this.#open.get(ticket)?.();
    this.#open.delete(ticket);
  }

  /** Nobody is there any more to answer. */
  answerAll(): void {
    for (const ticket of [...this.#open.keys()]) this.answer(ticket);
  }
}
