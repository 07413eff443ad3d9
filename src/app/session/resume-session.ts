/** Resuming an interrupted session: suggested on the home screen and before a routine, then run to its end. */
import { readdirSync } from "node:fs";
import { systemClock } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import type { UnfinishedSession } from "../../journal/read/recorded-session.ts";
import { listEquipment, type Plan } from "../../plan/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { roundToMinutes } from "../../text/duration.ts";
import type { HomeEntry } from "../../ui/index.tsx";
import { VERSION } from "../../version.ts";
import type { LeadOptions } from "../flags/session-flags.ts";
import { resolveJournalPaths } from "../open/settings.ts";
import { warn } from "../print.ts";
import { canDrawScreen, type ShellEnvironment, screenTerminalOf } from "../shell-environment.ts";
import { leadSession } from "./lead-session.ts";

/** A session that can be resumed, as a menu entry. */
export interface ResumableEntry {
  readonly unfinished: UnfinishedSession;
  readonly entry: HomeEntry;
}

/** Marks menu entries that are not routines: the id of a routine has no colon. */
const RESUME_ID_PREFIX = "resume:";

/** The resumable sessions, latest first. It costs hardly anything if there are none. */
export async function findResumableEntries(
  shell: ShellEnvironment,
  settings: Settings,
): Promise<readonly ResumableEntry[]> {
  if (!hasJournalFiles(resolveJournalPaths(shell, settings).journal)) return [];
  const { openHistory } = await import("../open/history.ts");
  return openHistory(shell, settings)
    .unfinished.filter(({ recording }) => recording.started.program === VERSION)
    .map((unfinished) => ({ unfinished, entry: toResumeEntry(unfinished) }));
}

/**
 * Asks before a routine whether to resume an interrupted session of it. With `--yes` or `--plain` it only prints a hint;
 * without a terminal it says nothing.
 *
 * @returns the session to resume, null to start over, "cancelled" if the user wants neither.
 */
export async function askToResume(
  plan: Plan,
  settings: Settings,
  options: LeadOptions,
  shell: ShellEnvironment,
): Promise<UnfinishedSession | null | "cancelled"> {
  if (options.json || !canDrawScreen(shell)) return null;
  const resumable = (await findResumableEntries(shell, settings)).filter(
    ({ unfinished }) => unfinished.recording.plan.routine === plan.routine,
  );
  const [latest] = resumable;
  if (!latest) return null;
  if (options.yes || options.plain) {
    const { id } = latest.unfinished.recording.started;
    warn(shell, `this routine was interrupted; to go on with it: unwind resume ${id}`);
    return null;
  }
  const startOver: HomeEntry = {
    id: plan.routine,
    title: `Begin anew: ${plan.title}`,
    minutes: roundToMinutes(plan.totalMs),
    equipment: listEquipment(plan),
    purpose: "What was done before stays in the history.",
  };
  const { runHome } = await import("../../ui/index.tsx");
  const entries = [...resumable.map(({ entry }) => entry), startOver];
  const chosen = await runHome({ entries, ...screenTerminalOf(shell, settings) });
  if (chosen === null) return "cancelled";
  return findChosenEntry(chosen, resumable)?.unfinished ?? null;
}

/** The resumable entry with the chosen id, if it is one. */
export function findChosenEntry(id: string, among: readonly ResumableEntry[]): ResumableEntry | undefined {
  return among.find(({ entry }) => entry.id === id);
}

/**
 * Resumes an interrupted session.
 *
 * @throws UserError (exit 2) if another version started it, or another process claimed it first.
 */
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
  const resumedFrom = claimSession(resolveJournalPaths(shell, settings), unfinished, systemClock.epochMs());
  const setup = { plan, settings, adjustments: started.adjustments, resumedFrom };
  await leadSession(setup, { speed: started.speed, ...options }, shell);
}

function toResumeEntry({ recording }: UnfinishedSession): HomeEntry {
  const { plan, nextStepIndex, started } = recording;
  const remaining = plan.steps.slice(nextStepIndex);
  const remainingMs = remaining.reduce((sum, step) => sum + (step.durationMs ?? 0), 0);
  const blocks = plan.blocks.filter((_, index) => remaining.some((step) => step.block === index));
  const label = plan.steps[nextStepIndex]?.label ?? "";
  return {
    id: RESUME_ID_PREFIX + started.id,
    title: `Go on: ${plan.title}`,
    minutes: roundToMinutes(remainingMs),
    equipment: listEquipment({ ...plan, blocks }),
    purpose: `It was interrupted; ${nextStepIndex} of ${plan.steps.length} steps are done. It goes on with: ${label}.`,
  };
}

/** Whether there are journal files, without reading them: usually there are none. */
function hasJournalFiles(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith(".jsonl"));
  } catch {
    return false;
  }
}
