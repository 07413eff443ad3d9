/** `unwind history edit` and `delete`: correct what was said about a session; move one to the trash. */

import { openHistory, sessionNamed } from "../../app/open/history.ts";
import { askLine, askYes } from "../../app/prompt.ts";
import type { Shell } from "../../app/shell-environment.ts";
import { momentText } from "../../calendar.ts";
import { EXIT, UserError } from "../../errors.ts";
import { cleanNote } from "../../journal/format.ts";
import type { SessionSummary } from "../../journal/read/summary.ts";
import { amend, type Said, toTrash } from "../../journal/write/amend.ts";
import { whenOf } from "../../output/history-table.ts";

export interface EditOptions {
  readonly effort?: string;
  readonly tightness?: string;
  readonly side?: string;
  readonly notes?: string;
}

/** Corrects the answers and notes of a session: those of the flags, or without any, one question after the other. */
export async function edit(word: string, options: EditOptions, shell: Shell): Promise<void> {
  const open = openHistory(shell);
  const { summary } = sessionNamed(word, open);
  const { effort, tightness, side, notes } = options;
  const flagged = [effort, tightness, side, notes].some((value) => value !== undefined);
  const said = withSide(saidBy(flagged ? options : await asked(summary, shell)), summary);
  if (Object.keys(said).length === 0) {
    shell.write("nothing changed\n");
    return;
  }
  writing(() => amend(open.places, summary, said, momentText(open.nowEpochMs)));
  shell.write(`changed: ${Object.keys(said).join(", ")} of ${nameOf(summary)}\n`);
}

/** Asks, with the present answer as what stays when nothing is typed. */
async function asked(summary: SessionSummary, shell: Shell): Promise<EditOptions> {
  const instead = "say it with --effort, --tightness, --side, --notes";
  const ask = async (question: string, now: string) => {
    const answer = await askLine(shell, `${question} [${now}] `, instead);
    return answer === "" ? undefined : answer;
  };
  shell.write(`${nameOf(summary)}; Enter keeps what stands in brackets, none takes it away.\n`);
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

function saidBy({ effort, tightness, side, notes }: EditOptions): Said {
  const note = notes === undefined || /^none$/i.test(notes.trim()) ? "" : cleanNote(notes);
  return {
    ...(effort === undefined ? {} : { effort: readScore(effort, "--effort") }),
    ...(tightness === undefined ? {} : { tightness: readScore(tightness, "--tightness") }),
    ...(side === undefined ? {} : { tightnessSide: readSide(side) }),
    ...(notes === undefined ? {} : { notes: note === "" ? [] : [note] }),
  };
}

/**
 * A side stands beside a tightness: where that is taken away, it goes.
 *
 * @throws UserError (exit 2) for a side where nothing is tight.
 */
function withSide(said: Said, now: SessionSummary): Said {
  const { tightness = now.tightness, tightnessSide = now.tightnessSide } = said;
  if (tightness || tightnessSide === null) return said;
  if (!said.tightnessSide) return { ...said, tightnessSide: null };
  throw new UserError(`--side ${said.tightnessSide}: nothing is tight`, { hint: "say how tight with --tightness" });
}

function readScore(text: string, flag: string): number | null {
  const word = text.trim().toLowerCase();
  if (word === "none") return null;
  const score = Number(word);
  if (!/^\d+$/.test(word) || score > 10)
    throw new UserError(`${flag} ${text}: expected a whole number from 0 to 10, or none`);
  return score;
}

function readSide(text: string): "left" | "right" | "both" | null {
  const word = text.trim().toLowerCase();
  if (word === "none") return null;
  if (word === "left" || word === "right" || word === "both") return word;
  throw new UserError(`--side ${text}: expected left, right, both or none`);
}

/** Moves a session to the trash, after asking. */
export async function remove(word: string, { yes }: { readonly yes?: true }, shell: Shell): Promise<void> {
  const open = openHistory(shell);
  const found = sessionNamed(word, open);
  const { id } = found.summary;
  if (open.running.some((one) => one.recording.started.id === id)) {
    throw new UserError(`session ${id} is on at this moment`, { hint: "end it first" });
  }
  const sure = yes === true || (await askYes(shell, `Delete ${nameOf(found.summary)}?`, "say --yes"));
  if (!sure) {
    shell.write("kept\n");
    return;
  }
  shell.write(`moved to ${writing(() => toTrash(open.places, found, open.unfinished))}\n`);
}

function nameOf(summary: SessionSummary): string {
  return `${summary.routine} of ${whenOf(summary)} (${summary.id})`;
}

function writing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UserError(`this cannot be written: ${(error as Error).message}`, { exitCode: EXIT.cannotWrite });
  }
}
