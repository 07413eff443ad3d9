/**
 * What travels over the local socket: one JSON object a line in each direction.
 *
 * | request | reply |
 * | --- | --- |
 * | `{"verb": "toggle"}` | `{"ok": true}`, or `{"ok": false, "why": "…"}` when the verb changes nothing now |
 * | `{"get": "status"}` | a {@link LiveStatus} |
 * | `{"get": "watch"}` | the lines of `unwind run --json` from now on, until the session ends |
 * | anything else | `{"error": "…"}`, and the connection ends |
 */
import { isSessionVerb, type SessionVerb } from "../session/verbs.ts";
import type { LiveStatus } from "./status.ts";

export type ControlRequest = { readonly verb: SessionVerb } | { readonly get: "status" | "watch" };

export type ControlReply =
  | LiveStatus
  | { readonly ok: true }
  | { readonly ok: false; readonly why: string }
  | { readonly error: string };

/** No valid request is longer, in characters. */
export const MAX_REQUEST_LENGTH = 4096;

/** Parses a line from a client; null if it is no request. */
export function parseControlRequest(line: string): ControlRequest | null {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof request !== "object" || request === null) return null;
  if ("verb" in request && isSessionVerb(request.verb)) return { verb: request.verb };
  if ("get" in request && (request.get === "status" || request.get === "watch")) return { get: request.get };
  return null;
}
