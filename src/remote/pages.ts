/** The pages that are connected: what each is told, and how many there are. */
import type { ServerResponse } from "node:http";
import { createToken } from "./access.ts";
import type { PageMessage, PageRole } from "./protocol.ts";

const MAX_PAGES = 8;

/** What a page has not read yet, in bytes; one that lags further behind is dropped and comes back by itself. */
const MAX_UNREAD_BYTES = 524_288;

/** Pages that were connected once may come back although no new ones are let in. */
const MAX_KNOWN_PAGES = 64;

export interface ConnectedPage {
  readonly id: string;
  readonly role: PageRole;
  readonly response: ServerResponse;
  hasSound: boolean;
}

export class Pages {
  readonly #connected = new Map<string, ConnectedPage>();
  readonly #known = new Map<string, PageRole>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get count(): number {
    return this.#connected.size;
  }

  get isFull(): boolean {
    return this.#connected.size >= MAX_PAGES;
  }

  /** Whether some page plays the sound. */
  get hasSound(): boolean {
    return [...this.#connected.values()].some((page) => page.hasSound);
  }

  /** Whether a page with this name and role was let in before. */
  isKnown(id: string, role: PageRole): boolean {
    return this.#known.get(id) === role;
  }

  all(): readonly ConnectedPage[] {
    return [...this.#connected.values()];
  }

  find(id: string): ConnectedPage | undefined {
    return this.#connected.get(id);
  }

  /** Connects a page; one that comes back keeps its name, and its former connection ends. */
  connect(former: string, role: PageRole, response: ServerResponse): ConnectedPage {
    const id = this.isKnown(former, role) ? former : createToken();
    const before = this.#connected.get(id);
    const page: ConnectedPage = { id, role, response, hasSound: before?.hasSound ?? false };
    this.#connected.set(id, page);
    before?.response.destroy();
    this.#known.delete(id);
    this.#known.set(id, role);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_KNOWN_PAGES && oldest !== undefined) this.#known.delete(oldest);
    response.on("error", () => {});
    response.on("close", () => {
      if (this.#connected.get(id) !== page) return;
      this.#connected.delete(id);
      this.#onChange();
    });
    return page;
  }

  tell({ response }: ConnectedPage, message: PageMessage): void {
    write(response, toEvent(message));
  }

  tellAll(message: PageMessage): void {
    const text = toEvent(message);
    for (const { response } of this.#connected.values()) write(response, text);
  }

  closeAll(): void {
    for (const { response } of this.#connected.values()) response.end();
  }
}

const toEvent = (message: PageMessage) => `data: ${JSON.stringify(message)}\n\n`;

function write(response: ServerResponse, text: string): void {
  if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
  else if (!response.destroyed) response.write(text);
}
