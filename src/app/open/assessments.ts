/** What the commands around test and screening work with: the tables, what was kept, and how something new is kept. */

import { AssessmentStore, readScreeningTable, readThomasTable } from "../../assess/assessment-store.ts";
import { evaluateCriteria } from "../../assess/evaluate.ts";
import type { Assessment, Screening } from "../../assess/stored-record.ts";
import type { ScreeningTable, ThomasTable } from "../../assess/table-schema.ts";
import { type BothSides, SIDES, type SideAnswers, type YesNo } from "../../assess/types.ts";
import { formatTimestamp } from "../../calendar.ts";
import { systemClock, utcOffsetMinutes } from "../../clock.ts";
import { EXIT_CODES, UserError } from "../../errors.ts";
import { createId } from "../../journal/file-names.ts";
import { findDataFolder } from "../../paths.ts";
import type { Settings } from "../../settings/definitions.ts";
import { escapeUnsafeText } from "../../text/safe-text.ts";
import { VERSION } from "../../version.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { resolveJournalPaths } from "./journal-paths.ts";

export interface AssessContext {
  readonly thomas: ThomasTable;
  readonly screening: ScreeningTable;
  readonly store: AssessmentStore;
  readonly nowEpochMs: number;
}

export function openAssessContext(shell: ShellEnvironment, settings: Settings): AssessContext {
  const data = findDataFolder();
  return {
    thomas: readThomasTable(data),
    screening: readScreeningTable(data),
    store: new AssessmentStore(resolveJournalPaths(shell, settings), (text) =>
      shell.error(`unwind: ${escapeUnsafeText(text)}`),
    ),
    nowEpochMs: systemClock.epochMs(),
  };
}

/** An assessment of now, not yet kept. */
export function createAssessment({ thomas }: AssessContext, sides: BothSides<SideAnswers>): Assessment {
  return {
    format: "unwind-assessment",
    ...createRecordHeader(),
    test: thomas.exercise,
    sides: { left: { ...sides.left }, right: { ...sides.right } },
    findings: SIDES.flatMap((side) => evaluateCriteria(thomas, side, sides[side])),
  };
}

/** A screening of now, not yet kept. @param answeredAt when its questions were answered, if that was earlier. */
export function createScreening(
  answers: Readonly<Record<string, YesNo>>,
  decision: Screening["decision"],
  answeredAt?: string,
): Screening {
  const { at, ...rest } = createRecordHeader();
  return { format: "unwind-screening", ...rest, at, answeredAt: answeredAt ?? at, answers: { ...answers }, decision };
}

function createRecordHeader() {
  const nowMs = systemClock.epochMs();
  return {
    version: 1 as const,
    id: createId(),
    program: VERSION,
    at: formatTimestamp(nowMs),
    utcOffsetMinutes: utcOffsetMinutes(nowMs),
  };
}

/** Keeps something; null when that went well, else why not. */
export function tryToSave(add: () => void): string | null {
  try {
    add();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** @throws UserError (exit 73), after what was to be kept is printed so that it can be saved by hand. */
export function saveOrPrint(kept: Assessment | Screening, add: () => void, shell: ShellEnvironment): void {
  const why = tryToSave(add);
  if (why === null) return;
  shell.error(JSON.stringify(kept));
  throw new UserError(`this could not be kept: ${why}`, {
    exitCode: EXIT_CODES.cannotWrite,
    hint: "what was to be kept is the line above",
  });
}
