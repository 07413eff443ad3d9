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
import { SKIP_REASONS } from "../../journal/session-answers.ts";
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

/** The answers that can be edited, by their flags: how each is read. */
const ANSWERS = {
  effort: (text: string) => ({ effort: parseScore(text, "--effort") }),
  pain: (text: string) => ({ pain: parseScore(text, "--pain") }),
  skipped: (text: string) => ({ skipReason: parseWord("--skipped", text, SKIP_REASONS) }),
  tightness: (text: string) => ({ tightness: parseScore(text, "--tightness") }),
  side: (text: string) => ({ tightnessSide: parseWord("--side", text, ["left", "right", "both"]) }),
  notes: (text: string) => ({ notes: [/^none$/i.test(text.trim()) ? "" : cleanNote(text)].filter(Boolean) }),
};

/** Answers as they were typed. */
type TypedAnswers = { readonly [Name in keyof typeof ANSWERS]?: string | undefined };

export interface HistoryEditOptions extends TypedAnswers {
  readonly at?: string;
}

/** Edits answers and notes: from flags, or by prompting if there are none. */
export async function editSession(
  argument: string,
  { at, ...flags }: HistoryEditOptions,
  shell: ShellEnvironment,
): Promise<void> {
  const history = openHistory(shell);
  const found = findSession(argument, history);
  const startMs = at === undefined ? null : parseMoment("--at", at, { ...history, utcOffsetMinutes });
  if (startMs !== null && !found.files) {
    throw new UserError(`session ${found.summary.id} is not over yet`, { hint: "its date can be changed once it is" });
  }
  const { summary } = found;
  const isFlagged = at !== undefined || Object.keys(flags).length > 0;
  const typed = isFlagged ? flags : await askForAnswers(summary, history, shell);
  const changes = reconcileSide(parseAnswers(typed), summary);
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
): Promise<TypedAnswers> {
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
  return {
    effort,
    pain,
    tightness,
    side: nothingTight ? undefined : await ask("On which side: left, right, both?", summary.tightnessSide ?? "none"),
    skipped: hasSkippedSets(summary)
      ? await ask("Why were sets skipped: too-hard, no-time, pain?", summary.skipReason ?? "none")
      : undefined,
    notes: await ask("A note to replace all notes:", summary.notes.join(" · ") || "none"),
  };
}

function hasSkippedSets(summary: SessionSummary): boolean {
  const { completed, planned } = countSets(summary);
  return completed < planned;
}

function parseAnswers(typed: TypedAnswers): AmendmentFields {
  const names = Object.keys(ANSWERS) as (keyof typeof ANSWERS)[];
  const given = names.map((name) => (typed[name] === undefined ? {} : ANSWERS[name](typed[name])));
  return Object.assign({}, ...given);
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

/** One of a few words; null for "none", which clears the answer. @throws UserError (exit 2) for another word. */
function parseWord<const Word extends string>(flag: string, text: string, words: readonly Word[]): Word | null {
  const typed = text.trim().toLowerCase();
  const word = words.find((one) => one === typed);
  if (word === undefined && typed !== "none") {
    throw new UserError(`${flag} ${text}: expected ${words.join(", ")} or none`);
  }
  return word ?? null;
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
  const trash = reportWriteErrors("this", () => moveSessionToTrash(history.journalPaths, found, history.inJournals));
  shell.write(`moved to ${trash}\n`);
}

function describeSession(
  summary: Pick<SessionSummary, "routine" | "title" | "id" | "startedAt" | "utcOffsetMinutes">,
  { nowEpochMs }: Pick<HistoryContext, "nowEpochMs">,
): string {
  return `${nameRoutine(summary)} of ${formatStart(summary, nowEpochMs)} (${summary.id})`;
}
