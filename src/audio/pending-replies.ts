/** What was asked of the sound process and is not answered yet, each under a number. */
export class PendingReplies {
  #nextTicket = 0;
  readonly #resolvers = new Map<number, () => void>();

  /** Whether everything is answered. */
  get isEmpty(): boolean {
    return this.#resolvers.size === 0;
  }

  /** A new number, and what settles when it is answered. */
  register(): { readonly ticket: number; readonly answered: Promise<void> } {
    const ticket = this.#nextTicket++;
    return { ticket, answered: new Promise((resolve) => this.#resolvers.set(ticket, resolve)) };
  }

  resolve(ticket: number): void {
    this.#resolvers.get(ticket)?.();
    this.#resolvers.delete(ticket);
  }

  /** Nobody is there any more to answer. */
  resolveAll(): void {
    for (const ticket of [...this.#resolvers.keys()]) this.resolve(ticket);
  }
}
