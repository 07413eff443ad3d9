/** A recording that is over becomes the session's file for good, and its journal goes. */
import { rmSync } from "node:fs";
import { moveInto, writeWhole } from "../../files/files.ts";
import type { Answers, SessionFile } from "../format.ts";
import { sessionPath } from "../names.ts";
import type { Places } from "../places.ts";
import { amendmentsOf, existingSession, setAside } from "../read/history-files.ts";
import { amended } from "../read/summary.ts";
import { amend, type Said } from "./amend.ts";
import type { Recording } from "./recording.ts";
import { sessionText } from "./session-text.ts";

/** What became of a session when its journal was closed. */
export type Kept =
  /** It never began, or no set was begun: nothing is kept. */
  | { readonly type: "nothing" }
  | Filed
  /** It can be taken up for a day. */
  | { readonly type: "unfinished"; readonly id: string }
  /** Its file could not be written; the journal still holds all of it, and the next look at history tries again. */
  | { readonly type: "waiting"; readonly id: string; readonly why: string; readonly path: string }
  /** Nothing could be written: `text` is the session's file, to be saved by hand under `path`. */
  | {
      readonly type: "unsaved";
      readonly id: string;
      readonly why: string;
      readonly path: string;
      readonly text: string;
    };

/** It has its file. */
export interface Filed {
  readonly type: "kept";
  readonly id: string;
  readonly status: "finished" | "partial";
  readonly path: string;
  /** What the person should know: a damaged file that was set aside. */
  readonly warnings: readonly string[];
}

export interface JournalAtEnd {
  /** Of the journal; null when it never began. */
  readonly path: string | null;
  /** Why the journal could not be written to its end; null when it was. */
  readonly fault: Error | null;
}

/** Ends a running session's journal: what was finished is filed, what was quit waits to be taken up. */
export function closeRecording(places: Places, recording: Recording | null, { path, fault }: JournalAtEnd): Kept {
  if (!recording || !path) return { type: "nothing" };
  const { id } = recording.started;
  if (!recording.finished) {
    if (!isForGood(places, recording)) return forget(path);
    if (fault === null) return { type: "unfinished", id };
  }
  const session = recording.session();
  const target = sessionPath(places.sessions, session);
  try {
    return file(places, recording, path);
  } catch (error) {
    const why = (error as Error).message;
    if (fault === null) return { type: "waiting", id, why, path };
    return { type: "unsaved", id, why, path: target, text: sessionText(session) };
  }
}

/** Whether anything was done in it, or said about it: a false start is no session. */
export function isForGood(places: Places, recording: Recording): boolean {
  if (recording.finished || recording.worked) return true;
  return amendmentsOf(places.sessions, recording.session(), () => {}).length > 0;
}

/**
 * Writes the session's file, then takes the journal away; done twice it does nothing more. Answers that were given after
 * the file was written are added to it. A journal with damaged lines is set aside and not deleted.
 *
 * @throws the system's error when the file cannot be written; the journal is then as it was.
 */
export function file(places: Places, recording: Recording, path: string): Filed {
  const warnings: string[] = [];
  const warn = (text: string) => warnings.push(text);
  const session = recording.session();
  const target = sessionPath(places.sessions, session);
  const onFault = setAside(places.damaged, warn);
  const there = existingSession(target, onFault);
  if (there === "unread") throw new Error(`${target} is there and cannot be read`);
  if (there) addAnswers(places, recording, amended(there, amendmentsOf(places.sessions, there, onFault)));
  else writeWhole(target, sessionText(session));
  try {
    if (recording.damagedLines > 0) {
      warn(
        `${path} has damaged lines; what is whole of it is kept, and it was set aside as ${moveInto(places.damaged, path)}`,
      );
    } else rmSync(path, { force: true });
  } catch {
    // The journal stays and is found again; the session is not written twice.
  }
  return { type: "kept", id: session.id, status: session.status, path: target, warnings };
}

/** Another process may have filed the session while its person was still being asked. @param there as it is now. */
function addAnswers(places: Places, recording: Recording, there: SessionFile): void {
  const said = unsaid(recording.answers, there);
  if (Object.keys(said).length > 0) amend(places, there, said, recording.lastTime);
}

/** The answers to what was not answered yet. */
function unsaid({ effort, tightness, tightnessSide }: Answers, known: SessionFile): Said {
  return {
    ...(known.effort === null && effort !== null ? { effort } : {}),
    ...(known.tightness === null && tightness !== null ? { tightness, tightnessSide } : {}),
  };
}

function forget(path: string): Kept {
  try {
    rmSync(path, { force: true });
  } catch {
    // It is forgotten at a later look.
  }
  return { type: "nothing" };
}
