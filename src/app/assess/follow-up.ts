/** What follows from a test and from the weeks before it: the plan, and the guide's advice where nothing changes. */

import { isFree, resultsOf } from "../../assess/findings.ts";
import type { Assessment } from "../../assess/kept.ts";
import { PERSISTS_WEEKS, type Persistence, persistence } from "../../assess/persists.ts";
import type { ResultPart } from "../../assess/result-text.ts";
import { isHipWork } from "../../assess/screening.ts";
import { DAY_MS, momentText } from "../../calendar.ts";
import type { Catalog } from "../../catalog/types.ts";
import { history } from "../../journal/read/history.ts";
import type { SessionSummary } from "../../journal/read/summary.ts";
import type { Settings } from "../../settings/table.ts";
import { safeText } from "../../text/safe-text.ts";
import type { OpenAssess } from "../open/assessments.ts";
import { placesOf } from "../open/journal-paths.ts";
import type { Shell } from "../shell-environment.ts";

/** Looks back once; what it returns says what follows with one assessment more, or with none. */
export function followUp(
  open: OpenAssess,
  settings: Settings,
  catalog: Catalog,
  shell: Shell,
): (assessment: Assessment | null) => readonly ResultPart[] {
  const { store, nowEpochMs, screening, thomas } = open;
  const places = placesOf(shell, settings);
  const since = momentText(nowEpochMs - PERSISTS_WEEKS * 7 * DAY_MS);
  const sessions: SessionSummary[] = [];
  try {
    const warn = (text: string) => shell.error(`unwind: ${safeText(text)}`);
    for (const { summary } of history(places, { since }, warn)) sessions.push(summary);
  } catch {
    // A history that cannot be read has told so, or will when it is asked for; a test does not need it.
  }
  const before = [...store.assessments()];
  const works = ({ blocks }: SessionSummary) => blocks.some((block) => block.begun > 0 && isHipWork(block, screening));
  return (assessment) => {
    const all = assessment && !before.some(({ id }) => id === assessment.id) ? [assessment, ...before] : before;
    // A test of this moment must count.
    const persists = persistence(sessions, all, works, nowEpochMs + DAY_MS / 24);
    return [
      ...(assessment ? next(resultsOf(thomas, assessment.sides)) : []),
      ...(persists ? persistsParts(persists, catalog) : []),
    ];
  };
}

function next(results: ReturnType<typeof resultsOf>): ResultPart[] {
  return Object.values(results).some(isFree)
    ? [
        { kind: "heading", text: "What follows" },
        {
          kind: "text",
          text: "unwind run for-me does what follows from this test; unwind plan for-me shows it first.",
        },
      ]
    : [];
}

/** That it persists, and what the guide advises then. */
export function persistsParts(persists: Persistence, catalog: Catalog): ResultPart[] {
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
    { kind: "alert", text: `Three weeks with ${sessions} sessions, and no change: ${facts.join(", ")}.` },
    ...(section?.summary ? [{ kind: "text" as const, text: section.summary }] : []),
    ...(section?.advice ?? []).map((text) => ({ kind: "item" as const, text })),
  ];
}
