/** `unwind history edit` and `delete`: correct what was said about a session; move one to the trash. */

import { findSession, openHistory } from "../../app/open/history.ts";
import { askLine, confirm } from "../../app/prompt.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import { formatTimestamp } from "../../calendar.ts";
import { EXIT_CODES, UserError } from "../../errors.ts";
import type { SessionSummary } from "../../journal/session-summary.ts";
import { cleanNote } from "../../journal/session-text.ts";
import { type AmendmentFields, moveSessionToTrash, writeAmendment } from "../../journal/write/amendments.ts";
import { formatStart } from "../../output/history-table.ts";

export interface HistoryEditOptions {
  readonly effort?: string;
  readonly tightness?: string;
  readonly side?: string;
  readonly notes?: string;
}

/** Corrects the answers and notes of a session: those of the flags, or without any, one question after the other. */
export async function editSession(word: string, options: HistoryEditOptions, shell: ShellEnvironment): Promise<void> {
  const open = openHistory(shell);
  const { summary } = findSession(word, open);
  const { effort, tightness, side, notes } = options;
  const flagged = [effort, tightness, side, notes].some((value) => value !== undefined);
  const said = reconcileSide(parseAnswers(flagged ? options : await askForAnswers(summary, shell)), summary);
  if (Object.keys(said).length === 0) {
    shell.write("nothing changed\n");
    return;
  }
  withWriteErrors(() => writeAmendment(open.journalPaths, summary, said, formatTimestamp(open.nowEpochMs)));
  shell.write(`changed: ${Object.keys(said).join(", ")} of ${describeSession(summary)}\n`);
}

/** Asks, with the present answer as what stays when nothing is typed. */
async function askForAnswers(summary: SessionSummary, shell: ShellEnvironment): Promise<HistoryEditOptions> {
  const instead = "say it with --effort, --tightness, --side, --notes";
  const ask = async (question: string, now: string) => {
    const answer = await askLine(shell, `${question} [${now}] `, instead);
    return answer === "" ? undefined : answer;
  };
  shell.write(`${describeSession(summary)}; Enter keeps what stands in brackets, none takes it away.\n`);
  const effort = await ask("How hard was it, 0 to 10?", String(summary.effort ?? "none"));
  const tight = String(summary.tightness ?? "none");
  const tightness = await ask("How tight or painful was it afterwards, 0 to 10?", tight);
  const nothingTight = /^(none|0)$/i.test(tightness ?? tight);
  const answers = {
    effort,
    tightness,
    side: nothingTight ? undefined : await ask("On which side: left, right, both?", summary.tightnessSide ?? "none"),
    notes: await ask("One note in place of all notes:", summary.notes.join(" · ") || "none"),
  };
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
}

function parseAnswers({ effort, tightness, side, notes }: HistoryEditOptions): AmendmentFields {
  const note = notes === undefined || /^none$/i.test(notes.trim()) ? "" : cleanNote(notes);
  return {
    ...(effort === undefined ? {} : { effort: parseScore(effort, "--effort") }),
    ...(tightness === undefined ? {} : { tightness: parseScore(tightness, "--tightness") }),
    ...(side === undefined ? {} : { tightnessSide: parseSide(side) }),
    ...(notes === undefined ? {} : { notes: note === "" ? [] : [note] }),
  };
}

/**
 * A side stands beside a tightness: where that is taken away, it goes.
 *
 * @throws UserError (exit 2) for a side where nothing is tight.
 */
function reconcileSide(said: AmendmentFields, now: SessionSummary): AmendmentFields {
  const { tightness = now.tightness, tightnessSide = now.tightnessSide } = said;
  if (tightness || tightnessSide === null) return said;
  if (!said.tightnessSide) return { ...said, tightnessSide: null };
  throw new UserError(`--side ${said.tightnessSide}: nothing is tight`, { hint: "say how tight with --tightness" });
}

function parseScore(text: string, flag: string): number | null {
  const word = text.trim().toLowerCase();
  if (word === "none") return null;
  const score = Number(word);
  if (!/^\d+$/.test(word) || score > 10)
    throw new UserError(`${flag} ${text}: expected a whole number from 0 to 10, or none`);
  return score;
}

function parseSide(text: string): "left" | "right" | "both" | null {
  const word = text.trim().toLowerCase();
  if (word === "none") return null;
  if (word === "left" || word === "right" || word === "both") return word;
  throw new UserError(`--side ${text}: expected left, right, both or none`);
}

/** Moves a session to the trash, after asking. */
export async function deleteSession(
  word: string,
  { yes }: { readonly yes?: true },
  shell: ShellEnvironment,
): Promise<void> {
  const open = openHistory(shell);
  const found = findSession(word, open);
  const { id } = found.summary;
  if (open.running.some((one) => one.recording.started.id === id)) {
    throw new UserError(`session ${id} is on at this moment`, { hint: "end it first" });
  }
  const sure = yes === true || (await confirm(shell, `Delete ${describeSession(found.summary)}?`, "say --yes"));
  if (!sure) {
    shell.write("kept\n");
    return;
  }
  shell.write(`moved to ${withWriteErrors(() => moveSessionToTrash(open.journalPaths, found, open.unfinished))}\n`);
}

function describeSession(summary: SessionSummary): string {
  return `${summary.routine} of ${formatStart(summary)} (${summary.id})`;
}

function withWriteErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UserError(`this cannot be written: ${(error as Error).message}`, { exitCode: EXIT_CODES.cannotWrite });
  }
}
