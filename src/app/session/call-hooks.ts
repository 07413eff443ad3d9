/** Calls the user's hooks beside a session: nothing is loaded where there are none, and the first frame never waits. */
import { existsSync } from "node:fs";
import { systemClock } from "../../clock.ts";
import { getHookLogPath, getHooksFolder, resolvePersonalFolders } from "../../paths.ts";
import type { Session } from "../../session/types.ts";
import { warn } from "../print.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import type { RecorderHandle } from "./record-session.ts";
import { subscribeLater } from "./subscribe-later.ts";

/** How long the program waits for a hook before it says so. */
const SILENT_WAIT_MS = 1000;
/** Somebody who asked the program to stop does not wait for hooks. */
const STOPPED_WAIT_MS = 500;

export interface HooksHandle {
  /** Calls them from now on, with what has happened so far. */
  open(): void;
  /** Waits for those that still run, ten seconds at most, and says what went wrong. */
  finish(): Promise<void>;
}

const NO_HOOKS: HooksHandle = { open: () => {}, finish: () => Promise.resolve() };

/** Happenings are buffered until `open`. @param isWanted whether flags and settings allow hooks. */
export function callHooks(
  session: Session,
  recorder: RecorderHandle,
  isWanted: boolean,
  shell: ShellEnvironment,
): HooksHandle {
  const folders = resolvePersonalFolders(shell.env);
  const folder = getHooksFolder(folders);
  if (!isWanted || !existsSync(folder)) return NO_HOOKS;
  const open = subscribeLater(session, "hooks", async () => {
    const [{ findHooks }, { HookLog }, { SessionHooks }] = await Promise.all([
      import("../../hooks/find-hooks.ts"),
      import("../../hooks/hook-log.ts"),
      import("../../hooks/session-hooks.ts"),
    ]);
    const found = findHooks(folder);
    for (const problem of found.problems) session.addNotice(problem);
    const log = new HookLog(getHookLogPath(folders));
    const sessionId = recorder.sessionId();
    return new SessionHooks({ session, sessionId, hooks: found, log, env: shell.env, clock: systemClock });
  });
  const finish = async () => {
    if (session.state().status === "ready") return;
    const opened = await open();
    const after = (ms: number, act: () => void) => systemClock.callAt(systemClock.monotonicMs() + ms, act);
    const cancelHint = after(SILENT_WAIT_MS, () => {
      if (opened.isBusy()) warn(shell, "waiting for a hook, ten seconds at most");
    });
    const stop = () => void after(STOPPED_WAIT_MS, () => opened.killAll());
    if (shell.signal.aborted) stop();
    else shell.signal.addEventListener("abort", stop);
    for (const problem of await opened.finish()) warn(shell, problem);
    cancelHint();
    shell.signal.removeEventListener("abort", stop);
  };
  return { open: () => void open(), finish };
}
