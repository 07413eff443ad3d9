/** Resuming an interrupted session: suggested on the home screen and before a routine, then run to its end. */
import { readdirSync } from "node:fs";
import { systemClock } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import type { UnfinishedSession } from "../../journal/read/recorded-session.ts";
import { estimateLengthFrom, listEquipment, type Plan } from "../../plan/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { roundToMinutes } from "../../text/duration.ts";
import { formatShareOf } from "../../text/sentence.ts";
import type { HomeEntry } from "../../ui/index.tsx";
import { VERSION } from "../../version.ts";
import type { LeadOptions } from "../flags/session-flags.ts";
import { resolveJournalPaths } from "../open/settings.ts";
import { warn } from "../print.ts";
import { canDrawScreen, type ShellEnvironment, screenTerminalOf } from "../shell-environment.ts";
import { leadSession } from "./lead-session.ts";
import { checkRemoteFlags } from "./remote-access.ts";

/** A session that can be resumed, as a menu entry. */
interface ResumableEntry {
  readonly unfinished: UnfinishedSession;
  readonly entry: HomeEntry;
}

/** Marks menu entries that are not routines: the id of a routine has no colon. */
const RESUME_ID_PREFIX = "resume:";

/** The sessions with something to resume, latest first. It costs hardly anything if there are none. */
export async function findResumableEntries(
  shell: ShellEnvironment,
  settings: Settings,
): Promise<readonly ResumableEntry[]> {
  if (!hasJournalFiles(resolveJournalPaths(shell, settings).journal)) return [];
  const { openHistory } = await import("../open/history.ts");
  const found = openHistory(shell, settings).unfinished.filter(
    ({ recording }) => recording.started.program === VERSION && hasBegunSet(recording),
  );
  if (found.length === 0) return [];
  const { timelineSegmentsOf } = await import("../../ui/index.tsx");
  return found.map((unfinished) => {
    const { plan, nextStepIndex } = unfinished.recording;
    return { unfinished, entry: { ...toResumeEntry(unfinished), timeline: timelineSegmentsOf(plan, nextStepIndex) } };
  });
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
  const latest = (await findResumableEntries(shell, settings)).find(
    ({ unfinished }) => unfinished.recording.plan.routine === plan.routine,
  );
  if (!latest) return null;
  if (options.yes || options.plain) {
    const { id } = latest.unfinished.recording.started;
    warn(shell, `this routine was interrupted; to resume it: unwind resume ${id}`);
    return null;
  }
  const startOver: HomeEntry = {
    id: plan.routine,
    title: `Start over: ${plan.title}`,
    minutes: roundToMinutes(estimateLengthFrom(plan, 0).ms),
    equipment: listEquipment(plan),
    purpose: "What was done before stays in the history.",
  };
  const { runHome } = await import("../../ui/index.tsx");
  const chosen = await runHome({ entries: [latest.entry, startOver], ...screenTerminalOf(shell, settings) });
  if (chosen === null) return "cancelled";
  return chosen === latest.entry.id ? latest.unfinished : null;
}

/**
 * Resumes an interrupted session.
 *
 * @throws UserError (exit 2) if another version started it, another process claimed it first, or a side that it works has
 * hurt in a test since.
 */
export async function resumeSession(
  unfinished: UnfinishedSession,
  settings: Settings,
  options: LeadOptions,
  shell: ShellEnvironment,
): Promise<void> {
  const { started, plan } = unfinished.recording;
  if (started.program !== VERSION) {
    throw new UserError(`session ${started.id} was started with unwind ${started.program}, this is ${VERSION}`, {
      hint: "what you did is kept; to start over: unwind run",
    });
  }
  const { checkResume } = await import("./check-resume.ts");
  checkResume(unfinished, settings, shell);
  checkRemoteFlags(settings, options, shell);
  const { claimSession } = await import("../../journal/write/unfinished-sessions.ts");
  const resumedFrom = claimSession(resolveJournalPaths(shell, settings), unfinished, systemClock.epochMs());
  const setup = { plan, settings, adjustments: started.adjustments, resumedFrom };
  await leadSession(setup, { speed: started.speed, ...options }, shell);
}

function toResumeEntry({ recording }: UnfinishedSession): HomeEntry {
  const { plan, nextStepIndex, started } = recording;
  const remaining = plan.steps.slice(nextStepIndex);
  const blocks = plan.blocks.filter((_, index) => remaining.some((step) => step.block === index));
  const nextSet = remaining.find(({ kind }) => kind === "set");
  const pictured = nextSet && plan.exercises[nextSet.exercise];
  return {
    id: RESUME_ID_PREFIX + started.id,
    title: `Resume: ${plan.title}`,
    minutes: roundToMinutes(estimateLengthFrom(plan, nextStepIndex).ms),
    equipment: listEquipment({ ...plan, blocks }),
    purpose: `Continues with ${nextSet?.label ?? "the end"}. ${formatShareOf(nextStepIndex, plan.steps.length, "step")} done.`,
    ...(pictured && { pictured }),
  };
}

/** Whether a set was done, or begun: before that there is nothing to resume. */
function hasBegunSet({ plan, stepRecords, nextStepIndex }: UnfinishedSession["recording"]): boolean {
  return plan.steps.some(
    ({ kind, index }) => kind === "set" && ((stepRecords[index]?.durationMs ?? 0) > 0 || index === nextStepIndex),
  );
}

/** Whether there are journal files, without reading them: usually there are none. */
function hasJournalFiles(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith(".jsonl"));
  } catch {
    return false;
  }
}
