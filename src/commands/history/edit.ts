/** `unwind history edit` and `delete`: edits the answers of a session, or moves it to the trash. */

import { parseScore } from "../../app/flags/flag-values.ts";
import { parseMoment } from "../../app/flags/moment.ts";
import { findSession, type HistoryContext, openHistory } from "../../app/open/history.ts";
import { askLine, confirm } from "../../app/prompt.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import { formatTimestamp } from "../../calendar.ts";
import { utcOffsetMinutes } from "../../clock.ts";
import { reportWriteErrors, UserError } from "../../errors.ts";
import { loadSession } from "../../journal/read/read-history.ts";
import { SKIP_REASONS, type SkipReason } from "../../journal/session-answers.ts";
import { countSets, type SessionSummary } from "../../journal/session-summary.ts";
import { cleanNote } from "../../journal/session-text.ts";
import {
  type AmendmentFields,
  moveSessionInTime,
  moveSessionToTrash,
  writeAmendment,
} from "../../journal/write/amendments.ts";
import { formatStart } from "../../output/history-table.ts";
import { nameRoutine } from "../../text/routine-name.ts";

interface HistoryEditOptions {
  readonly at?: string;
  readonly effort?: string;
  readonly pain?: string;
  readonly tightness?: string;
  readonly skipped?: string;
  readonly side?: string;
  readonly notes?: string;
}

/** Edits answers and notes: from flags, or by prompting if there are none. */
export async function editSession(
  argument: string,
  options: HistoryEditOptions,
  shell: ShellEnvironment,
): Promise<void> {
  const history = openHistory(shell);
  const found = findSession(argument, history);
  const { at } = options;
  const startMs = at === undefined ? null : parseMoment("--at", at, { ...history, utcOffsetMinutes });
  if (startMs !== null && !found.files) {
    throw new UserError(`session ${found.summary.id} is not over yet`, { hint: "its date can be changed once it is" });
  }
  const { summary } = found;
  const isFlagged = Object.values(options).some((value) => value !== undefined);
  const changes = reconcileSide(
    parseAnswers(isFlagged ? options : await askForAnswers(summary, history, shell)),
    summary,
  );
  if (Object.keys(changes).length === 0 && startMs === null) {
    shell.write("nothing changed\n");
    return;
  }
  if (Object.keys(changes).length > 0) {
    reportWriteErrors("this", () =>
      writeAmendment(history.journalPaths, summary, changes, formatTimestamp(history.nowEpochMs)),
    );
  }
  // Last: the new file takes in what was changed.
  const dated = startMs === null ? summary : moveInTime(found.summary.id, startMs, history);
  const names = [...(startMs === null ? [] : ["date"]), ...Object.keys(changes)];
  shell.write(`changed: ${names.join(", ")} of ${describeSession(dated, history)}\n`);
}

/** @returns the session as it is filed now. @throws UserError if it can no longer be read, or the file not be written. */
function moveInTime(id: string, startMs: number, history: HistoryContext) {
  const { files, summary } = findSession(id, history);
  const session = files && loadSession(history.journalPaths, { files, summary }, [], history.warn);
  if (!session) throw new UserError(`session ${id} can no longer be read`);
  const start = { startedAt: formatTimestamp(startMs), utcOffsetMinutes: utcOffsetMinutes(startMs) };
  reportWriteErrors("this", () => moveSessionInTime(history.journalPaths, files, session, start));
  return { ...summary, ...start };
}

/** Prompts for each answer; Enter keeps the current one. */
async function askForAnswers(
  summary: SessionSummary,
  history: HistoryContext,
  shell: ShellEnvironment,
): Promise<HistoryEditOptions> {
  const instead = "say it with --at, --effort, --pain, --tightness, --side, --skipped, --notes";
  const ask = async (question: string, now: string) => {
    const answer = await askLine(shell, `${question} [${now}] `, instead);
    return answer === "" ? undefined : answer;
  };
  shell.write(
    `${describeSession(summary, history)}; Press Enter to keep the value in brackets, or type none to clear it.\n`,
  );
  const effort = await ask("How hard was it, 0 to 10?", String(summary.effort ?? "none"));
  const pain = await ask("How much did it hurt afterwards, 0 to 10?", String(summary.pain ?? "none"));
  const tight = String(summary.tightness ?? "none");
  const tightness = await ask("How tight was it afterwards, 0 to 10?", tight);
  const nothingTight = /^(none|0)$/i.test(tightness ?? tight);
  const answers = {
    effort,
    pain,
    tightness,
    side: nothingTight ? undefined : await ask("On which side: left, right, both?", summary.tightnessSide ?? "none"),
    skipped: hasSkippedSets(summary)
      ? await ask("Why were sets skipped: too-hard, no-time, pain?", summary.skipReason ?? "none")
      : undefined,
    notes: await ask("A note to replace all notes:", summary.notes.join(" · ") || "none"),
  };
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
}

function hasSkippedSets(summary: SessionSummary): boolean {
  const { completed, planned } = countSets(summary);
  return completed < planned;
}

function parseAnswers({ effort, pain, tightness, side, skipped, notes }: HistoryEditOptions): AmendmentFields {
  const note = notes === undefined || /^none$/i.test(notes.trim()) ? "" : cleanNote(notes);
  return {
    ...(effort === undefined ? {} : { effort: parseScore(effort, "--effort") }),
    ...(pain === undefined ? {} : { pain: parseScore(pain, "--pain") }),
    ...(skipped === undefined ? {} : { skipReason: parseSkipReason(skipped) }),
    ...(tightness === undefined ? {} : { tightness: parseScore(tightness, "--tightness") }),
    ...(side === undefined ? {} : { tightnessSide: parseSide(side) }),
    ...(notes === undefined ? {} : { notes: note === "" ? [] : [note] }),
  };
}

/**
 * A side only makes sense with tightness: it is cleared along with it.
 *
 * @throws UserError (exit 2) for a side without tightness.
 */
function reconcileSide(changes: AmendmentFields, now: SessionSummary): AmendmentFields {
  const { tightness = now.tightness, tightnessSide = now.tightnessSide } = changes;
  if (tightness || tightnessSide === null) return changes;
  if (!changes.tightnessSide) return { ...changes, tightnessSide: null };
  throw new UserError(`--side ${changes.tightnessSide}: nothing is tight`, { hint: "say how tight with --tightness" });
}

function parseSide(text: string): "left" | "right" | "both" | null {
  const word = text.trim().toLowerCase();
  if (word === "none") return null;
  if (word === "left" || word === "right" || word === "both") return word;
  throw new UserError(`--side ${text}: expected left, right, both or none`);
}

function parseSkipReason(text: string): SkipReason | null {
  const word = text.trim().toLowerCase();
  if (word === "none") return null;
  const reason = SKIP_REASONS.find((one) => one === word);
  if (!reason) throw new UserError(`--skipped ${text}: expected ${SKIP_REASONS.join(", ")} or none`);
  return reason;
}

/** Moves a session to the trash after confirmation. */
export async function deleteSession(
  argument: string,
  { yes }: { readonly yes?: true },
  shell: ShellEnvironment,
): Promise<void> {
  const history = openHistory(shell);
  const found = findSession(argument, history);
  const { id } = found.summary;
  if (history.running.some(({ recording }) => recording.started.id === id)) {
    throw new UserError(`session ${id} is running now`, { hint: "end it first" });
  }
  const isConfirmed =
    yes === true || (await confirm(shell, `Delete ${describeSession(found.summary, history)}?`, "say --yes"));
  if (!isConfirmed) {
    shell.write("kept\n");
    return;
  }
  const trash = reportWriteErrors("this", () => moveSessionToTrash(history.journalPaths, found, history.unfinished));
  shell.write(`moved to ${trash}\n`);
}

function describeSession(
  summary: Pick<SessionSummary, "routine" | "title" | "id" | "startedAt" | "utcOffsetMinutes">,
  { nowEpochMs }: Pick<HistoryContext, "nowEpochMs">,
): string {
  return `${nameRoutine(summary)} of ${formatStart(summary, nowEpochMs)} (${summary.id})`;
}
