/** What the commands around test and screening work with: the tables, what was kept, and how something new is kept. */

import { findingsOf } from "../../assess/findings.ts";
import type { Assessment, Screening } from "../../assess/kept.ts";
import { AssessStore } from "../../assess/store.ts";
import type { ScreeningTable, ThomasTable } from "../../assess/table-schema.ts";
import { readScreeningTable, readThomasTable } from "../../assess/tables.ts";
import { type BothSides, SIDES, type SideAnswers, type YesNo } from "../../assess/types.ts";
import { momentText } from "../../calendar.ts";
import { systemClock, utcOffsetMinutes } from "../../clock.ts";
import { EXIT, UserError } from "../../errors.ts";
import { newId } from "../../journal/names.ts";
import { dataFolder } from "../../paths.ts";
import type { Settings } from "../../settings/table.ts";
import { safeText } from "../../text/safe-text.ts";
import { VERSION } from "../../version.ts";
import type { Shell } from "../shell-environment.ts";
import { placesOf } from "./journal-paths.ts";

export interface OpenAssess {
  readonly thomas: ThomasTable;
  readonly screening: ScreeningTable;
  readonly store: AssessStore;
  readonly nowEpochMs: number;
}

export function openAssess(shell: Shell, settings: Settings): OpenAssess {
  const data = dataFolder();
  return {
    thomas: readThomasTable(data),
    screening: readScreeningTable(data),
    store: new AssessStore(placesOf(shell, settings), (text) => shell.error(`unwind: ${safeText(text)}`)),
    nowEpochMs: systemClock.epochMs(),
  };
}

/** An assessment of now, not yet kept. */
export function newAssessment({ thomas }: OpenAssess, sides: BothSides<SideAnswers>): Assessment {
  return {
    format: "unwind-assessment",
    ...head(),
    test: thomas.exercise,
    sides: { left: { ...sides.left }, right: { ...sides.right } },
    findings: SIDES.flatMap((side) => findingsOf(thomas, side, sides[side])),
  };
}

/** A screening of now, not yet kept. @param answeredAt when its questions were answered, if that was earlier. */
export function newScreening(
  answers: Readonly<Record<string, YesNo>>,
  decision: Screening["decision"],
  answeredAt?: string,
): Screening {
  const { at, ...rest } = head();
  return { format: "unwind-screening", ...rest, at, answeredAt: answeredAt ?? at, answers: { ...answers }, decision };
}

function head() {
  const nowMs = systemClock.epochMs();
  return {
    version: 1 as const,
    id: newId(),
    program: VERSION,
    at: momentText(nowMs),
    utcOffsetMinutes: utcOffsetMinutes(nowMs),
  };
}

/** Keeps something; null when that went well, else why not. */
export function tryToKeep(add: () => void): string | null {
  try {
    add();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** @throws UserError (exit 73), after what was to be kept is printed so that it can be saved by hand. */
export function keepOrPrint(kept: Assessment | Screening, add: () => void, shell: Shell): void {
  const why = tryToKeep(add);
  if (why === null) return;
  shell.error(JSON.stringify(kept));
  throw new UserError(`this could not be kept: ${why}`, {
    exitCode: EXIT.cannotWrite,
    hint: "what was to be kept is the line above",
  });
}
