/** The routine `for-me`, composed from the last test. */
import { composeRoutine } from "../../assess/compose-routine.ts";
import { describeTest, formatLocalDate } from "../../assess/describe-result.ts";
import { evaluateSides, summariseResults } from "../../assess/evaluate.ts";
import type { Catalog, Routine } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import type { Settings } from "../../settings/definitions.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { openAssessContext } from "./assessments.ts";

/** @throws UserError (exit 2), with what to do, when nothing was tested yet, or no side that does not hurt. */
export function composeForMe(catalog: Catalog, settings: Settings, shell: ShellEnvironment): Routine {
  const { store, thomas } = openAssessContext(shell, settings);
  const assessment = store.latestAssessment();
  if (!assessment) {
    throw new UserError("for-me follows from a test, and there is none yet", {
      hint: "do it with: unwind assess (about five minutes)",
    });
  }
  const { sides } = assessment;
  const results = evaluateSides(thomas, sides);
  const routine = composeRoutine(
    { sides, results, summary: describeTest(thomas, assessment) },
    thomas,
    catalog.exercises,
  );
  if (routine.sections.every(({ blocks }) => blocks.length === 0)) {
    throw new UserError(
      `for-me has nothing to do: ${summariseResults(thomas, results)} (tested on ${formatLocalDate(assessment)})`,
      {
        hint: "see a doctor or physiotherapist first, and test again after that: unwind assess",
      },
    );
  }
  return routine;
}
