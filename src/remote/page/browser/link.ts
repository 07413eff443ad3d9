/** The page's link to the session: events in, presses out, and the offset of the clocks. It comes back by itself. */
import type { Clock } from "../../../clock.ts";
import type { ClockReply, PageMessage } from "../../protocol.ts";
import { ClockOffset } from "../clock-offset.ts";

/** How often the clocks are compared, which also tells whether the network is there. */
const CHECK_MS = 5000;
const RETRY_MS = 1000;
const ANSWER_TIMEOUT_MS = 2500;
/** The first answers are slow: connections are opened, the page is drawn. */
const FIRST_SAMPLES = 5;

interface LinkOptions {
  readonly clock: Clock;
  readonly onMessage: (message: PageMessage) => void;
  /** Called with the offset of the session's clock, and the number of milliseconds in one of ours. */
  readonly onOffset: (offsetMs: number) => void;
  readonly onOnline: (isOnline: boolean) => void;
  /** The session's speed, in which its clock is told. */
  readonly speed: () => number;
}

/** The button's or key's meaning, or a key for a question, or whether this page plays the sound. */
type PressBody = { readonly verb: string } | { readonly key: string } | { readonly sound: boolean };

export class PageLink {
  readonly #options: LinkOptions;
  readonly #offset = new ClockOffset();
  #page = "";
  #events: EventSource | null = null;
  #isOnline = true;
  #lastPress: Promise<unknown> = Promise.resolve();

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  open(): void {
    this.#connect();
    void this.#compareClocks(FIRST_SAMPLES);
  }

  /**
   * Sends a press behind those before it: two digits that are typed keep their order. One that cannot be sent soon is
   * dropped, as nobody expects it any more.
   *
   * @returns whether it arrived.
   */
  press(body: PressBody): Promise<boolean> {
    const { clock } = this.#options;
    const untilMs = clock.monotonicMs() + ANSWER_TIMEOUT_MS;
    const sent = this.#lastPress.then(() => (clock.monotonicMs() > untilMs ? false : this.#send(body)));
    this.#lastPress = sent;
    return sent;
  }

  async #send(body: PressBody): Promise<boolean> {
    try {
      const { ok } = await fetch("do", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ page: this.#page, ...body }),
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      });
      return ok;
    } catch {
      this.#setOnline(false);
      return false;
    }
  }

  #connect(): void {
    this.#events?.close();
    const events = new EventSource(`events?page=${encodeURIComponent(this.#page)}`);
    this.#events = events;
    events.onmessage = ({ data }) => {
      const message = JSON.parse(data) as PageMessage;
      if (message.type === "hello") this.#page = message.page;
      this.#setOnline(true);
      this.#options.onMessage(message);
    };
    events.onerror = () => {
      // The browser's own way back would leave out the page's name.
      events.close();
      if (this.#events !== events) return;
      this.#setOnline(false);
      this.#after(RETRY_MS, () => this.#events === events && this.#connect());
    };
  }

  async #compareClocks(samples: number): Promise<void> {
    const isThere = await this.#compareOnce();
    if (isThere && !this.#isOnline && this.#events?.readyState !== EventSource.CONNECTING) this.#connect();
    if (!isThere) this.#setOnline(false);
    this.#after(samples > 1 ? 100 : CHECK_MS, () => void this.#compareClocks(samples - 1));
  }

  async #compareOnce(): Promise<boolean> {
    const { clock, onOffset, speed } = this.#options;
    const sentMs = clock.monotonicMs();
    try {
      const reply = await fetch(`clock?page=${encodeURIComponent(this.#page)}`, {
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      });
      const receivedMs = clock.monotonicMs();
      if (!reply.ok) return false;
      const { clockMs } = (await reply.json()) as ClockReply;
      onOffset(this.#offset.add({ sentMs, receivedMs, answerMs: clockMs / speed() }));
      return true;
    } catch {
      return false;
    }
  }

  #setOnline(isOnline: boolean): void {
    if (isOnline === this.#isOnline) return;
    this.#isOnline = isOnline;
    this.#options.onOnline(isOnline);
  }

  #after(ms: number, act: () => void): void {
    const { clock } = this.#options;
    clock.callAt(clock.monotonicMs() + ms, act);
  }
}
