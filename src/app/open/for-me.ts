/** The routine `for-me`, composed from the last test. */
import { compose } from "../../assess/compose.ts";
import { inShort, resultsOf } from "../../assess/findings.ts";
import { dateOf, testedText } from "../../assess/result-text.ts";
import type { Catalog, Routine } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import type { Settings } from "../../settings/table.ts";
import type { Shell } from "../shell-environment.ts";
import { openAssess } from "./assessments.ts";

/** @throws UserError (exit 2), with what to do, when nothing was tested yet, or no side that does not hurt. */
export function forMe(catalog: Catalog, settings: Settings, shell: Shell): Routine {
  const { store, thomas } = openAssess(shell, settings);
  const assessment = store.lastAssessment();
  if (!assessment) {
    throw new UserError("for-me follows from a test, and there is none yet", {
      hint: "do it with: unwind assess (about five minutes)",
    });
  }
  const { sides } = assessment;
  const results = resultsOf(thomas, sides);
  const routine = compose({ sides, results, summary: testedText(thomas, assessment) }, thomas, catalog.exercises);
  if (routine.sections.every(({ blocks }) => blocks.length === 0)) {
    throw new UserError(`for-me has nothing to do: ${inShort(thomas, results)} (tested on ${dateOf(assessment)})`, {
      hint: "see a doctor or physiotherapist first, and test again after that: unwind assess",
    });
  }
  return routine;
}
