/**
 * Checks by hand of the parts of a session's file that are most of it: ten thousand sessions are read in a second,
 * where a schema takes two.
 */
import { isSafeText } from "../text/safe-text.ts";

const MAX_NAME_LENGTH = 400;
const MAX_NUMBER = 1e9;

/** What nearly every name is made of; looked at first, because it is ten times as fast to look at. */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** Whether text can be shown as it is: no control characters, line or direction overrides. */
export function isPrintable(text: string): boolean {
  return PRINTABLE_ASCII.test(text) || isSafeText(text);
}

export function isShortText(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_NAME_LENGTH && isPrintable(value);
}

export function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_NUMBER;
}

export function isSeconds(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= MAX_NUMBER;
}

/** The fields of an object; null for anything else. */
export function asFields(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}

/** Whether a value is a list whose every entry passes. */
export function isListOf(value: unknown, check: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(check);
}
