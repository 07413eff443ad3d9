/** Reads files of a format that carries its version, and deals with those that cannot be read. */
import type { OnUnreadableFolder } from "./folders.ts";
import { parseJsonText, positionAt } from "./json-text.ts";
import { describeReadError, MisencodedFileError, readTextFile } from "./read-text.ts";
import { moveIntoFolder } from "./write.ts";

/** The result of parsing. `later`: written by a newer version of the program, valid but not for this one. */
export type ParseResult<T> =
  | { readonly type: "valid"; readonly value: T }
  | { readonly type: "later" }
  | { readonly type: "foreign"; readonly why: string };

/** A format that has one version so far, 1. A later one converts older files before it validates them. */
export interface VersionedFormat<T> {
  readonly format: string;
  /** Its check refuses what is nested too deeply, so that the text need not be looked at for it. */
  readonly boundsDepth?: true;
  /** Checks the fields of a file that names this format and version. */
  readonly validate: (fields: Readonly<Record<string, unknown>>) => ParseResult<T>;
}

const VERSION = 1;

/** Parses the text of a file. */
export function parseVersioned<T>(text: string, format: VersionedFormat<T>): ParseResult<T> {
  const parsed = parseJsonText(text, format.boundsDepth);
  if (parsed.ok) return validateVersioned(parsed.value, format);
  const { line, column } = positionAt(text, parsed.offset);
  return { type: "foreign", why: `line ${line}, column ${column}: ${parsed.message}` };
}

/** The same for JSON already parsed. */
export function validateVersioned<T>(json: unknown, { format, validate }: VersionedFormat<T>): ParseResult<T> {
  if (!isPlainObject(json) || json["format"] !== format) return { type: "foreign", why: `it is no ${format} file` };
  const version = json["version"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return { type: "foreign", why: "it has no version" };
  }
  return version > VERSION ? { type: "later" } : validate(json);
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a JSON text; undefined if it is not JSON. */
export function tryParseJson(text: string): unknown {
  const parsed = parseJsonText(text);
  return parsed.ok ? parsed.value : undefined;
}

/** Reports a problem with a file and what was done about it. */
export type Warn = (text: string) => void;

/** Why a file was skipped. */
type ReadFault =
  | { readonly type: "unreadable"; readonly why: string }
  | { readonly type: "later" }
  | { readonly type: "damaged"; readonly why: string };

/** Handles a file that was skipped. */
export type OnReadFault = (path: string, fault: ReadFault) => void;

/** A longer file is none of ours: a session of a whole day of one-second steps is a quarter of it. */
export const MAX_RECORD_BYTES = 100_000_000;

/** Reads a file; null if it was skipped, which `onFault` is told. */
export function readVersionedFile<T>(
  path: string,
  parse: (text: string) => ParseResult<T>,
  onFault: OnReadFault,
): T | null {
  let text: string;
  try {
    text = readTextFile(path, MAX_RECORD_BYTES);
  } catch (error) {
    const type = error instanceof MisencodedFileError ? "damaged" : "unreadable";
    onFault(path, { type, why: describeReadError(error) });
    return null;
  }
  const found = parse(text);
  if (found.type === "valid") return found.value;
  onFault(path, found.type === "later" ? found : { type: "damaged", why: found.why });
  return null;
}

/** Reports every skipped file, which stays as it is: reading never alters what a person has. */
export function createFaultReporter(warn: Warn): OnReadFault {
  return (path, fault) => {
    if (fault.type === "unreadable") warn(`${path} cannot be read: ${fault.why}`);
    // Another machine may run that version.
    else if (fault.type === "later") warn(`${path} was written by a later version of unwind; it is left as it is`);
    else warn(`${path} is ignored: ${fault.why}`);
  };
}

/** For those who write: the same, but a damaged file is moved into a folder, to make room for an intact one. */
export function createFaultHandler(damaged: string, warn: Warn): OnReadFault {
  const report = createFaultReporter(warn);
  return (path, fault) => {
    if (fault.type !== "damaged") return report(path, fault);
    try {
      warn(`${path} is damaged (${fault.why}); it was set aside as ${moveIntoFolder(damaged, path)}`);
    } catch {
      report(path, fault);
    }
  };
}

/** Reports an unreadable folder like an unreadable file. */
export function reportUnreadableFolder(onFault: OnReadFault): OnUnreadableFolder {
  return (path, why) => onFault(path, { type: "unreadable", why });
}
