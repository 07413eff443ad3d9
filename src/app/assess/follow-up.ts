/** What follows from a test and the weeks before it: the routine, and the guide's advice if nothing changes. */
import type { ResultParagraph } from "../../assess/describe-result.ts";
import { evaluateSides, isTrainable } from "../../assess/evaluate.ts";
import { findPersistentTightness, PERSISTENCE_WEEKS, type PersistentTightness } from "../../assess/persistence.ts";
import { isHipExercise } from "../../assess/screening.ts";
import type { Assessment } from "../../assess/stored-record.ts";
import { DAY_MS, formatTimestamp } from "../../calendar.ts";
import type { Catalog } from "../../catalog/types.ts";
import { readHistory } from "../../journal/read/read-history.ts";
import type { SessionSummary } from "../../journal/session-summary.ts";
import type { PageElement } from "../../output/page.ts";
import type { Settings } from "../../settings/definitions.ts";
import type { AssessContext } from "../open/assessments.ts";
import { resolveJournalPaths } from "../open/settings.ts";
import { warn } from "../print.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/** A paragraph of a result as an element of a printed page. */
export function toPagePart({ kind, text }: ResultParagraph): PageElement {
  if (kind === "item") return { type: kind, label: "-", text };
  return { type: kind === "alert" ? "text" : kind, text };
}

/** Reads the history once; the returned function says what follows with one more assessment, or with none. */
export function createFollowUp(
  open: AssessContext,
  settings: Settings,
  catalog: Catalog,
  shell: ShellEnvironment,
): (assessment: Assessment | null) => readonly ResultParagraph[] {
  const { store, nowEpochMs, screening, thomas } = open;
  const places = resolveJournalPaths(shell, settings);
  const since = formatTimestamp(nowEpochMs - PERSISTENCE_WEEKS * 7 * DAY_MS);
  const sessions: SessionSummary[] = [];
  try {
    for (const { summary } of readHistory(places, { since }, (text) => warn(shell, text))) sessions.push(summary);
  } catch {
    // A history that cannot be read is reported where it is asked for; a test does not need it.
  }
  const before = [...store.assessments()];
  const isHipSession = ({ blocks }: SessionSummary) =>
    blocks.some((block) => block.started > 0 && isHipExercise(block, screening));
  return (assessment) => {
    const all = assessment && !before.some(({ id }) => id === assessment.id) ? [assessment, ...before] : before;
    // A test of this very moment must count.
    const persists = findPersistentTightness(sessions, all, isHipSession, nowEpochMs + DAY_MS / 24);
    const results = assessment ? Object.values(evaluateSides(thomas, assessment.sides)) : [];
    return [
      ...(results.some(isTrainable) ? NEXT_STEPS : []),
      ...(persists ? describePersistence(persists, catalog) : []),
    ];
  };
}

const NEXT_STEPS: readonly ResultParagraph[] = [
  { kind: "heading", text: "What follows" },
  { kind: "text", text: "unwind run for-me does what follows from this test; unwind plan for-me shows it first." },
];

/** Says that it persists, and what the guide advises then. */
function describePersistence(persists: PersistentTightness, catalog: Catalog): ResultParagraph[] {
  const section = [...catalog.routines.values()]
    .flatMap((routine) => routine.sections)
    .find(({ part }) => part === "persists");
  const { sessions, tightness, test } = persists;
  const figure = (value: number) => String(Math.round(value * 10) / 10);
  const facts = [
    ...(tightness ? [`tightness ${figure(tightness.first)} then, ${figure(tightness.last)} now`] : []),
    ...(test ? ["the test finds the same"] : []),
  ];
  return [
    { kind: "heading", text: section?.title ?? "It persists" },
    { kind: "alert", text: `Six weeks with ${sessions} sessions, and no change: ${facts.join(", ")}.` },
    ...(section?.summary ? [{ kind: "text" as const, text: section.summary }] : []),
    ...(section?.advice ?? []).map((text) => ({ kind: "item" as const, text })),
  ];
}
