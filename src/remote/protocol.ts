/**
 * What travels between a session and its pages: messages as server-sent events, presses as JSON in a POST.
 *
 * A page is given the plan once and the player's state whenever it takes a turn. It plays on from there by its own clock
 * with the same player, so it shows the same digits and needs no network to count.
 */
import type { CueSettings } from "../cues/types.ts";
import type { Plan } from "../plan/types.ts";
import type { PlayerState } from "../player/types.ts";
import type { DatedHappening } from "../session/types.ts";
import { isSessionVerb, type SessionVerb } from "../session/verbs.ts";

/** `drive` may press, `look` may not. */
export type PageRole = "drive" | "look";

/** What a page needs once: the plan, and how it sounds. */
export interface SharedSession {
  readonly plan: Plan;
  readonly speed: number;
  readonly cues: Omit<CueSettings, "language">;
  /** Words a minute, and how loud, 0 to 100. */
  readonly rate: number;
  readonly volume: number;
}

/** A question that can be answered on a page; the keys are those of the terminal. */
export interface RemoteQuestion {
  readonly title: string;
  readonly text: string;
  /** What is to be read. */
  readonly lines: readonly string[];
  /** More to read, for whoever asks for it. */
  readonly help: readonly string[];
  /** An urgent one stands first and apart. */
  readonly choices: readonly { readonly key: string; readonly label: string; readonly isUrgent?: true }[];
  /** What has been typed so far, where a number is asked for. */
  readonly typed: string | null;
  /** What Enter does: "start"; null if it does nothing. */
  readonly enter: string | null;
  /** The key that goes back; null where there is no way back. */
  readonly back: string | null;
}

export type PageMessage =
  | {
      readonly type: "hello";
      /** The page's own name, which it sends with every press and when it comes back. */
      readonly page: string;
      readonly role: PageRole;
      readonly session: SharedSession | null;
    }
  /** The state, what has happened since the last one, and the session's clock when it was sent. */
  | { readonly type: "state"; readonly state: PlayerState; readonly happenings: readonly DatedHappening[] }
  | { readonly type: "question"; readonly question: RemoteQuestion | null }
  /** A short message of the session, "" when it is over; and how many pages there are. */
  | { readonly type: "note"; readonly text: string; readonly pages: number };

export type PagePress =
  | { readonly page: string; readonly verb: SessionVerb }
  /** A key for the question that is asked. */
  | { readonly page: string; readonly key: string }
  /** Whether the page plays the session's sound. */
  | { readonly page: string; readonly sound: boolean };

/** The clock of the session, in its milliseconds; a page asks for it to measure its offset. */
export interface ClockReply {
  readonly clockMs: number;
}

/** Keys that a question knows; nothing longer is one. */
const KEY_PATTERN = /^(?:[0-9a-z.,+-]|enter|space|left|up|down|backspace|escape)$/i;

/** Parses the body of a press; null if it is none. */
export function parsePress(body: string): PagePress | null {
  let press: unknown;
  try {
    press = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof press !== "object" || press === null || !("page" in press) || typeof press.page !== "string") return null;
  const { page } = press;
  if ("verb" in press) return isSessionVerb(press.verb) ? { page, verb: press.verb } : null;
  if ("key" in press)
    return typeof press.key === "string" && KEY_PATTERN.test(press.key) ? { page, key: press.key } : null;
  if ("sound" in press) return typeof press.sound === "boolean" ? { page, sound: press.sound } : null;
  return null;
}
