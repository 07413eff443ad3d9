/** `unwind history show`: one session whole, set by set. */

import { openHistory, sessionNamed } from "../../app/open/history.ts";
import type { Shell } from "../../app/shell-environment.ts";
import { UserError } from "../../errors.ts";
import type { SessionFile } from "../../journal/format.ts";
import type { KeptStep } from "../../journal/kept-step.ts";
import { EFFORT_WORDS, TIGHTNESS_WORDS } from "../../journal/questions.ts";
import { wholeSession } from "../../journal/read/history.ts";
import { wholeSessionJson } from "../../journal/read/history-json.ts";
import type { Status } from "../../journal/read/summary.ts";
import { totalTension } from "../../journal/statistics/tension.ts";
import { timeText, whenOf } from "../../output/history-table.ts";
import { bullets, type Part, pageText } from "../../output/page.ts";
import { styleFor } from "../../output/style.ts";
import type { Column } from "../../output/table.ts";

/** @throws UserError (exit 2) when the word names no session, or more than one. */
export async function show(word: string, { json }: { readonly json?: true }, shell: Shell): Promise<void> {
  const open = openHistory(shell);
  const found = sessionNamed(word, open);
  const session = wholeSession(open.places, found, [...open.unfinished, ...open.running], open.warn);
  if (!session) throw new UserError(`session ${found.summary.id} can no longer be read`);
  const { status } = found.summary;
  if (json) {
    shell.write(`${JSON.stringify(wholeSessionJson(session, status), null, 2)}\n`);
    return;
  }
  const resumable = open.unfinished.some((one) => one.recording.started.id === session.id);
  shell.write(await pageText(pageOf(session, status, resumable), shell.columns, await styleFor(shell.colour)));
}

const COLUMNS: readonly Column[] = [
  { title: "exercise", least: 14 },
  { title: "side" },
  { title: "set", align: "right" },
  { title: "reps", align: "right" },
  { title: "time", align: "right" },
  { title: "planned", align: "right" },
  { title: "tension", align: "right" },
  { title: "how" },
];

function pageOf(session: SessionFile, status: Status, resumable: boolean): Part[] {
  const sets = session.steps.filter((step) => step.kind === "set");
  const facts = [
    whenOf(session),
    `${timeText(session.activeSeconds)} of ${timeText(session.plannedSeconds)}`,
    status,
    session.level,
    ...(session.speed === 1 ? [] : [`${session.speed} times as fast`]),
    `id ${session.id}`,
  ];
  return [
    { type: "title", text: session.title, aside: facts.join(" · ") },
    { type: "gap" },
    { type: "table", header: COLUMNS, rows: sets.map((step) => rowOf(step, session)) },
    ...answersOf(session),
    ...bullets("Notes", session.notes),
    ...bullets("Changed for this session", session.adjustments),
    ...bullets("Marked", session.marks ?? []),
    ...(resumable
      ? [{ type: "gap" } as const, { type: "text", text: `Go on with it: unwind resume ${session.id}` } as const]
      : []),
  ];
}

function rowOf(step: KeptStep, session: SessionFile): string[] {
  const block = session.blocks[step.block];
  const tension = step.tension ? totalTension(step.tension) : 0;
  return [
    block?.name ?? step.exercise,
    step.side ?? (block?.sides === "alternating" ? "in turn" : "–"),
    `${step.set.index}/${step.set.of}`,
    step.plannedReps > 1 ? `${step.reps}/${step.plannedReps}` : "–",
    timeText(step.actualSeconds),
    step.plannedSeconds === null ? "open" : timeText(step.plannedSeconds),
    tension > 0 ? timeText(tension) : "–",
    step.how,
  ];
}

function answersOf({ effort, tightness, tightnessSide }: SessionFile): Part[] {
  const worded = (value: number, words: readonly string[]) =>
    `${value} of 10${words[value] ? `, ${words[value]}` : ""}`;
  const items: Part[] = [];
  if (effort !== null) items.push({ type: "item", mark: "Effort", text: worded(effort, EFFORT_WORDS) });
  if (tightness !== null) {
    const side = tightness > 0 && tightnessSide ? `, ${tightnessSide === "both" ? "both sides" : tightnessSide}` : "";
    items.push({ type: "item", mark: "Tightness", text: worded(tightness, TIGHTNESS_WORDS) + side });
  }
  return items.length > 0 ? [{ type: "heading", text: "Afterwards" }, ...items] : [];
}
