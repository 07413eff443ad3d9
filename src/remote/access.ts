/** Who may: the two tokens, compared in constant time, and what happens to those who try others. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { PageRole } from "./protocol.ts";

/** 128 random bits, as an address carries them. */
export function createToken(): string {
  return randomBytes(16).toString("base64url");
}

/** After so many wrong tokens no new page is let in, whatever its token, until the person allows it again. */
const MAX_WRONG_TOKENS = 20;

const WAIT_PER_WRONG_TOKEN_MS = 100;
const MAX_WAIT_MS = 2000;

const digestOf = (text: string) => createHash("sha256").update(text).digest();

export class Access {
  readonly tokens: Readonly<Record<PageRole, string>> = { drive: createToken(), look: createToken() };
  readonly #digests = { drive: digestOf(this.tokens.drive), look: digestOf(this.tokens.look) };
  #wrong = 0;

  /** What a token allows; null if it is wrong. Takes the same time for every token. */
  roleOf(token: string): PageRole | null {
    const digest = digestOf(token);
    const isDrive = timingSafeEqual(digest, this.#digests.drive);
    const isLook = timingSafeEqual(digest, this.#digests.look);
    return isDrive ? "drive" : isLook ? "look" : null;
  }

  /** Counts a wrong token. @returns how long its answer is held back, in milliseconds; null if there is none at all. */
  countWrong(): number | null {
    if (this.isLocked) return null;
    this.#wrong++;
    return Math.min(MAX_WAIT_MS, this.#wrong * WAIT_PER_WRONG_TOKEN_MS);
  }

  /** Whether no new page is let in. */
  get isLocked(): boolean {
    return this.#wrong >= MAX_WRONG_TOKENS;
  }

  /** The person allows new pages again. */
  allow(): void {
    this.#wrong = 0;
  }
}
