/** Shares a session with pages: a subscriber like screen and sound, and one more source of commands. */
import type { Clock } from "../clock.ts";
import type { PlayerState } from "../player/types.ts";
import type { DatedHappening, Session } from "../session/types.ts";
import { performVerb, type SessionVerb } from "../session/verbs.ts";
import { Access } from "./access.ts";
import { type ConnectedPage, Pages } from "./pages.ts";
import type { PageMessage, PagePress, PageRole, RemoteQuestion, SharedSession } from "./protocol.ts";
import { type PageFile, RequestDesk } from "./request-desk.ts";
import { openPageServer, type PageServer } from "./server.ts";

/** What is shown of the pages at the terminal. */
export interface RemoteStatus {
  readonly driveAddress: string;
  readonly lookAddress: string;
  readonly pages: number;
  /** Whether the sound is heard on a page. */
  readonly hasSound: boolean;
  /** "pause": what was pressed last on a page; "" before that. */
  readonly lastPressed: string;
  /** Whether new pages are refused because of wrong addresses. */
  readonly isLocked: boolean;
}

interface ShareOptions {
  readonly host: string;
  readonly port: number;
  readonly clock: Clock;
  readonly files: ReadonlyMap<string, PageFile>;
}

/** What is asked beside a session, as pages show and answer it. */
export interface QuestionDesk {
  /** Shows a question on every page; null when none is asked. */
  show(question: RemoteQuestion | null): void;
  /** Calls the listener with every key that a page presses for it; returns a function that unsubscribes. */
  onKey(listener: (key: string) => void): () => void;
}

const LOCKED_NOTICE =
  "Wrong addresses were tried, so no new page is let in: press p, then a, to allow it again (without a screen: a, then Enter)";

/** The pages of the program, from the first question to the last; a session is shared with them while it runs. */
export class RemoteShare {
  readonly questions: QuestionDesk = {
    show: (question) => this.#showQuestion(question),
    onKey: (listener) => {
      this.#keyListeners.add(listener);
      return () => this.#keyListeners.delete(listener);
    },
  };
  readonly #keyListeners = new Set<(key: string) => void>();
  readonly #listeners = new Set<() => void>();
  readonly #access = new Access();
  readonly #pages = new Pages(() => this.#updatePages());
  readonly #server: PageServer;
  #session: Session | null = null;
  #shared: SharedSession | null = null;
  #question: RemoteQuestion | null = null;
  #lastPressed = "";
  #pageCount = 0;

  /** @throws the system's error if the address or the port cannot be had. */
  static async open({ host, port, clock, files }: ShareOptions): Promise<RemoteShare> {
    return new RemoteShare(await openPageServer(host, port, clock), clock, files);
  }

  private constructor(server: PageServer, clock: Clock, files: ShareOptions["files"]) {
    this.#server = server;
    const desk = new RequestDesk({
      access: this.#access,
      pages: this.#pages,
      authority: server.authority,
      clock,
      files,
      clockMs: () => clock.monotonicMs() * (this.#shared?.speed ?? 1),
      onPage: (page) => this.#greet(page),
      onPress: (press, page) => this.#take(press, page),
      onChange: () => this.#updatePages(),
    });
    server.answer((request, response) => desk.handle(request, response));
  }

  /** Shares a session until the program ends. */
  share(session: Session, sound: Pick<SharedSession, "cues" | "rate" | "volume">): void {
    this.#session = session;
    this.#shared = { plan: session.plan, speed: session.speed, ...sound };
    for (const page of this.#pages.all()) this.#greet(page);
    session.subscribe("pages", (dated) => {
      // Beats and marks come by themselves on the page, too.
      if (dated.every(({ happening: { type } }) => type === "beat" || type === "mark")) return;
      this.#pages.tellAll(this.#stateMessage(dated));
    });
    let message = "";
    session.onFrame(() => {
      const text = session.message() ?? "";
      if (text === message) return;
      message = text;
      this.#pages.tellAll(this.#noteMessage());
    });
  }

  status(): RemoteStatus {
    const addressOf = (role: PageRole) => `http://${this.#server.authority}/${this.#access.tokens[role]}/`;
    return {
      driveAddress: addressOf("drive"),
      lookAddress: addressOf("look"),
      pages: this.#pages.count,
      hasSound: this.#pages.hasSound,
      lastPressed: this.#lastPressed,
      isLocked: this.#access.isLocked,
    };
  }

  /** Calls the listener when the status has changed; returns a function that unsubscribes. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets new pages in again after wrong addresses. */
  allow(): void {
    this.#access.allow();
    this.#changed();
  }

  close(): Promise<void> {
    this.#pages.closeAll();
    return this.#server.close();
  }

  #greet(page: ConnectedPage): void {
    const tell = (message: PageMessage) => this.#pages.tell(page, message);
    tell({ type: "hello", page: page.id, role: page.role, session: this.#shared });
    if (this.#session) tell(this.#stateMessage([]));
    tell({ type: "question", question: this.#question });
    tell(this.#noteMessage());
  }

  #take(press: PagePress, page: ConnectedPage): void {
    if ("sound" in press) {
      page.hasSound = press.sound;
      this.#session?.showMessage(press.sound ? "Sound on a page, too" : "Sound on the page off");
    } else if ("key" in press) {
      if (this.#question) for (const listener of [...this.#keyListeners]) listener(press.key);
    } else if (this.#session) this.#perform(this.#session, press.verb);
    this.#changed();
  }

  #perform(session: Session, verb: SessionVerb): void {
    const why = performVerb(session, verb);
    this.#lastPressed = verb;
    // What plays the sound says itself what has changed.
    if (why !== null || (verb !== "mute" && verb !== "voice")) session.showMessage(why ?? `From a page: ${verb}`);
  }

  #showQuestion(question: RemoteQuestion | null): void {
    this.#question = question;
    this.#pages.tellAll({ type: "question", question });
  }

  #updatePages(): void {
    const { count } = this.#pages;
    if (count !== this.#pageCount) {
      this.#pageCount = count;
      this.#session?.showMessage(describePages(count));
      this.#pages.tellAll(this.#noteMessage());
    }
    if (this.#access.isLocked) this.#session?.addNotice(LOCKED_NOTICE);
    this.#changed();
  }

  #stateMessage(happenings: readonly DatedHappening[]): PageMessage {
    // What was done of each step is nothing to a page, and grows with every step.
    const state: PlayerState = { ...(this.#session as Session).state(), records: [] };
    return { type: "state", state, happenings };
  }

  #noteMessage(): PageMessage {
    return { type: "note", text: this.#session?.message() ?? "", pages: this.#pages.count };
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function describePages(count: number): string {
  return count === 0 ? "No page is open" : count === 1 ? "One page is open" : `${count} pages are open`;
}
