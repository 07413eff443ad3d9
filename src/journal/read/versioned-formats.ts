/** Formats carry a version: what an earlier program wrote is brought up to date by one named function a version. */
import * as z from "zod/mini";
import {
  AMENDMENT_FORMAT,
  AMENDMENT_VERSION,
  type Amendment,
  amendmentSchema,
  SESSION_FORMAT,
  SESSION_VERSION,
  type SessionFile,
  sessionFileSchema,
} from "../session-format.ts";
import { isSessionFileAsWritten } from "../stored-session.ts";

/** What a file was found to be. `later`: of a version to come, valid but not for this program. */
export type ParseResult<T> =
  | { readonly type: "valid"; readonly value: T }
  | { readonly type: "later"; readonly version: number }
  | { readonly type: "foreign"; readonly why: string };

/** Takes the JSON of one version to that of the next; its place in the list is the version that it reads, less one. */
export type Migration = (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** None yet: version 1 is the first. The one from version 1 to 2 will stand first: `addHeartRate`, say. */
const SESSION_MIGRATIONS: readonly Migration[] = [];
const AMENDMENT_MIGRATIONS: readonly Migration[] = [];

const SESSION_FILE_FORMAT: VersionedFormat<SessionFile> = {
  format: SESSION_FORMAT,
  version: SESSION_VERSION,
  migrations: SESSION_MIGRATIONS,
  schema: sessionFileSchema,
  matchesAsWritten: isSessionFileAsWritten,
};

export function parseSessionFile(text: string): ParseResult<SessionFile> {
  return parseVersioned(text, SESSION_FILE_FORMAT);
}

/** The same for what has been parsed already. */
export function parseSessionJson(json: unknown): ParseResult<SessionFile> {
  return migrateAndValidate(json, SESSION_FILE_FORMAT);
}

export function parseAmendment(text: string): ParseResult<Amendment> {
  return parseVersioned(text, {
    format: AMENDMENT_FORMAT,
    version: AMENDMENT_VERSION,
    migrations: AMENDMENT_MIGRATIONS,
    schema: amendmentSchema,
  });
}

interface VersionedFormat<T> {
  readonly format: string;
  readonly version: number;
  readonly migrations: readonly Migration[];
  readonly schema: z.ZodMiniType<T>;
  /** Recognises at a look what the schema would pass as it is. */
  readonly matchesAsWritten?: (json: unknown) => json is T;
}

/** Reads JSON of a format, whatever version wrote it. */
export function parseVersioned<T>(text: string, format: VersionedFormat<T>): ParseResult<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { type: "foreign", why: "it is not JSON, or was cut off" };
  }
  return migrateAndValidate(json, format);
}

/** The same for what has been parsed already. */
export function migrateAndValidate<T>(json: unknown, expected: VersionedFormat<T>): ParseResult<T> {
  const { format, version, migrations, schema, matchesAsWritten } = expected;
  if (matchesAsWritten?.(json)) return { type: "valid", value: json };
  if (!isPlainObject(json) || json["format"] !== format) return { type: "foreign", why: `it is no ${format} file` };
  const from = json["version"];
  if (typeof from !== "number" || !Number.isInteger(from) || from < 1) {
    return { type: "foreign", why: "it has no version" };
  }
  if (from > version) return { type: "later", version: from };
  let current: Readonly<Record<string, unknown>> = json;
  for (const migrate of migrations.slice(from - 1, version - 1)) current = migrate(current);
  const checked = z.safeParse(schema, current);
  if (checked.success) return { type: "valid", value: checked.data };
  const issue = checked.error.issues[0];
  return { type: "foreign", why: `${issue?.path.join(".") || "it"}: ${issue?.message ?? "not as expected"}` };
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
