/** `unwind history show`: one session in full, set by set. */
import { findSession, openHistory } from "../../app/open/history.ts";
import { writeJson, writePage } from "../../app/print.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import { UserError } from "../../errors.ts";
import { formatStoredScore } from "../../journal/describe-session.ts";
import { toFullSessionJson } from "../../journal/export/json.ts";
import { loadSession } from "../../journal/read/read-history.ts";
import { SKIP_REASON_LABELS } from "../../journal/session-answers.ts";
import type { SessionFile, StoredStep } from "../../journal/session-format.ts";
import { EFFORT_LABELS, RATING_LABELS } from "../../journal/session-questions.ts";
import { isInFuture, type SessionStatus, sumTension } from "../../journal/session-summary.ts";
import { formatElapsed, formatStart } from "../../output/history-table.ts";
import { createItem, createList, type PageElement } from "../../output/page.ts";
import type { Column } from "../../output/table.ts";

/** @throws UserError (exit 2) if no session, or more than one, matches. */
export async function showSession(
  argument: string,
  { json }: { readonly json?: true },
  shell: ShellEnvironment,
): Promise<void> {
  const history = openHistory(shell);
  const { journalPaths, unfinished, inJournals } = history;
  const found = findSession(argument, history);
  const session = loadSession(journalPaths, found, inJournals, history.warn);
  if (!session) throw new UserError(`session ${found.summary.id} can no longer be read`);
  const { status } = found.summary;
  if (json) return writeJson(shell, toFullSessionJson(session, status));
  const mend = `unwind history edit ${session.id} --at "today 18:00"`;
  const remarks = [
    ...(unfinished.some(({ recording }) => recording.started.id === session.id)
      ? [`Resume: unwind resume ${session.id}`]
      : []),
    ...(found.summary.rehearsal ? ["A rehearsal: it counts in no statistic, streak or suggestion."] : []),
    ...(isInFuture(session, history.nowEpochMs)
      ? [`Dated in the future: a clock was wrong. Change it with: ${mend}`]
      : []),
  ];
  await writePage(shell, buildPage(session, status, remarks, history.nowEpochMs));
}

const SET_COLUMNS: readonly Column[] = [
  { title: "exercise", minWidth: 14 },
  { title: "side" },
  { title: "set", align: "right" },
  { title: "reps", align: "right" },
  { title: "time", align: "right" },
  { title: "planned", align: "right" },
  { title: "tension", align: "right" },
  { title: "how" },
];

/** @param remarks what else there is to know; each stands alone at the end. */
function buildPage(
  session: SessionFile,
  status: SessionStatus,
  remarks: readonly string[],
  nowEpochMs: number,
): readonly PageElement[] {
  const sets = session.steps.filter((step) => step.kind === "set");
  const facts = [
    formatStart(session, nowEpochMs),
    `${formatElapsed(session.activeSeconds)} of ${formatElapsed(session.plannedSeconds)}`,
    status,
    session.level,
    ...(session.speed === 1 ? [] : [`at ${session.speed}× speed`]),
    `id ${session.id}`,
  ];
  return [
    { type: "title", text: session.title, aside: facts.join(" · ") },
    { type: "gap" },
    ...describeScores(session),
    { type: "table", header: SET_COLUMNS, rows: sets.map((step) => toSetRow(step, session)) },
    ...describeAnswers(session),
    ...createList("Notes", session.notes),
    ...createList("Adjusted for this session", session.adjustments),
    ...createList("Warnings", session.marks ?? []),
    ...remarks.flatMap((text): PageElement[] => [{ type: "gap" }, { type: "text", text }]),
  ];
}

function describeScores({ scores = [] }: SessionFile): PageElement[] {
  const items = scores.flatMap((score) =>
    createItem(score.name ?? "Score", `${formatStoredScore(score)} (${score.workout})`),
  );
  return items.length > 0 ? [...items, { type: "gap" }] : [];
}

function toSetRow(step: StoredStep, session: SessionFile): string[] {
  const block = session.blocks[step.block];
  const tension = step.tension ? sumTension(step.tension) : 0;
  return [
    [block?.name ?? step.exercise, step.load].filter(Boolean).join(", "),
    step.side ?? (block?.sides === "alternating" ? "in turn" : "–"),
    formatSetNumber(step),
    step.plannedReps > 1 ? `${step.reps}/${step.plannedReps}` : "–",
    formatElapsed(step.actualSeconds),
    step.plannedSeconds === null ? "open" : formatElapsed(step.plannedSeconds),
    tension > 0 ? formatElapsed(tension) : "–",
    step.how,
  ];
}

/** "2/3"; in a group with its round: "round 1/4", "2/3 round 1/4". */
function formatSetNumber({ set, round }: StoredStep): string {
  const number = `${set.index}/${set.of}`;
  if (!round || round.of === 1) return number;
  return `${set.of > 1 ? `${number} ` : ""}round ${round.index}${round.of === null ? "" : `/${round.of}`}`;
}

function describeAnswers({ effort, pain, tightness, tightnessSide, skipReason }: SessionFile): PageElement[] {
  const worded = (value: number | null, words: readonly string[]) =>
    value === null ? "" : `${value} of 10${words[value] ? `, ${words[value]}` : ""}`;
  const side = tightness && tightnessSide ? `, ${tightnessSide === "both" ? "both sides" : tightnessSide}` : "";
  const items = [
    ...createItem("Effort", worded(effort, EFFORT_LABELS)),
    ...createItem("Skipped", skipReason && SKIP_REASON_LABELS[skipReason]),
    ...createItem("Pain", worded(pain, RATING_LABELS)),
    ...createItem("Tightness", worded(tightness, RATING_LABELS) + side),
  ];
  return items.length > 0 ? [{ type: "heading", text: "Afterwards" }, ...items] : [];
}
