/** What test and screening need: the tables, the stored results, new ones and how to save them, and what follows from them. */
import { AssessmentStore, readScreeningTable, readThomasTable } from "../../assess/assessment-store.ts";
import { composeRoutine } from "../../assess/compose-routine.ts";
import { describeTest, formatLocalDate } from "../../assess/describe-result.ts";
import { evaluateCriteria, evaluateSides, summariseResults } from "../../assess/evaluate.ts";
import type { ScreeningTable } from "../../assess/screening-table.ts";
import type { Assessment, Screening } from "../../assess/stored-record.ts";
import type { ThomasTable } from "../../assess/thomas-table.ts";
import { type BothSides, SIDES, type SideAnswers, type YesNo } from "../../assess/types.ts";
import { formatTimestamp } from "../../calendar.ts";
import { isAdviceOnly } from "../../catalog/create-routine.ts";
import type { Catalog, Routine } from "../../catalog/types.ts";
import { systemClock, utcOffsetMinutes } from "../../clock.ts";
import { EXIT_CODES, UserError } from "../../errors.ts";
import { createId } from "../../journal/journal-paths.ts";
import { findDataFolder } from "../../paths.ts";
import type { Settings } from "../../settings/definitions.ts";
import { VERSION } from "../../version.ts";
import { warn } from "../print.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { resolveJournalPaths } from "./settings.ts";

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
    store: new AssessmentStore(resolveJournalPaths(shell, settings), (text) => warn(shell, text)),
    nowEpochMs: systemClock.epochMs(),
  };
}

/** A new assessment, not yet saved. */
export function createAssessment({ thomas }: AssessContext, sides: BothSides<SideAnswers>): Assessment {
  return {
    format: "unwind-assessment",
    ...createRecordHeader(),
    test: thomas.exercise,
    sides: { left: { ...sides.left }, right: { ...sides.right } },
    findings: SIDES.flatMap((side) => evaluateCriteria(thomas, side, sides[side])),
  };
}

/** A new screening, not yet saved. @param answeredAt when the questions were answered, if earlier. */
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

/** Saves something; returns null on success, else the reason. */
export function tryToSave(add: () => void): string | null {
  try {
    add();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** @throws UserError (exit 73), after printing the data so that it can be saved by hand. */
export function saveOrPrint(record: Assessment | Screening, add: () => void, shell: ShellEnvironment): void {
  const why = tryToSave(add);
  if (why === null) return;
  shell.error(JSON.stringify(record));
  throw new UserError(`this could not be kept: ${why}`, {
    exitCode: EXIT_CODES.cannotWrite,
    hint: "what was to be kept is the line above",
  });
}

/**
 * The routine `for-me`, composed from the last test.
 *
 * @throws UserError (exit 2), with what to do, if nothing was tested yet, or no side that does not hurt.
 */
export function composeForMe(catalog: Catalog, settings: Settings, shell: ShellEnvironment): Routine {
  const { store, thomas, nowEpochMs } = openAssessContext(shell, settings);
  const assessment = store.latestAssessment();
  if (!assessment) {
    throw new UserError("for-me needs a test, and there is none yet", {
      hint: "take it with: unwind assess (about five minutes)",
    });
  }
  const { sides } = assessment;
  const results = evaluateSides(thomas, sides);
  const test = { sides, results, summary: describeTest(thomas, assessment, nowEpochMs) };
  const routine = composeRoutine(test, thomas, catalog.exercises);
  if (!isAdviceOnly(routine)) return routine;
  throw new UserError(
    `for-me has nothing to do: ${summariseResults(thomas, results)} (tested on ${formatLocalDate(assessment, nowEpochMs)})`,
    { hint: "see a doctor or physiotherapist first, and test again after that: unwind assess" },
  );
}
