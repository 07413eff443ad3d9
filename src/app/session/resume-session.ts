/** Takes up a session that was interrupted, and leads it on. */
import { systemClock } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import type { UnfinishedSession } from "../../journal/read/recorded-session.ts";
import type { Settings } from "../../settings/definitions.ts";
import { VERSION } from "../../version.ts";
import { resolveJournalPaths } from "../open/journal-paths.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { type LeadOptions, leadSession } from "./lead-session.ts";

/** @throws UserError (exit 2) when another version began it, or another process was faster. */
export async function resumeSession(
  unfinished: UnfinishedSession,
  settings: Settings,
  options: LeadOptions,
  shell: ShellEnvironment,
): Promise<void> {
  const { started, plan } = unfinished.recording;
  if (started.program !== VERSION) {
    throw new UserError(`session ${started.id} was begun with unwind ${started.program}, this is ${VERSION}`, {
      hint: "what was done of it is kept; begin anew with: unwind run",
    });
  }
  const { claimSession } = await import("../../journal/write/unfinished-sessions.ts");
  const from = claimSession(resolveJournalPaths(shell, settings), unfinished, systemClock.epochMs());
  await leadSession(
    { plan, settings, adjustments: started.adjustments, resumedFrom: from },
    { speed: started.speed, ...options },
    shell,
  );
}
