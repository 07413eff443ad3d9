/** A running session with what it runs with, as the parts beside it are handed it. */
import type { CuePlayback } from "../../audio/cue-playback.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import type { LeadOptions } from "../flags/session-flags.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import type { HooksHandle } from "./call-hooks.ts";
import type { RecorderHandle } from "./record-session.ts";
import type { RemoteAccess } from "./remote-access.ts";

/** A running session, and what it runs with. */
export interface ActiveSession {
  readonly session: Session;
  readonly recorder: RecorderHandle;
  readonly hooks: HooksHandle;
  readonly remote: RemoteAccess;
  readonly settings: Settings;
  readonly options: LeadOptions;
  readonly shell: ShellEnvironment;
}

export interface SessionSound {
  readonly listener: CuePlayback;
  /** Resolves when the first lines can be spoken, or after a short limit. */
  readonly prepared: Promise<void>;
  /** Stops the sound: after the closing words if the session finished, else at once. */
  close(): Promise<void>;
}
