/** The routine `for-me`, composed from the last test. */
import { compose } from "../assess/compose.ts";
import { resultsOf } from "../assess/findings.ts";
import { testedText } from "../assess/result-text.ts";
import type { Catalog, Routine } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import type { Settings } from "../settings/table.ts";
import { openAssess } from "./open-assess.ts";
import type { Shell } from "./shell.ts";

/** @throws UserError (exit 2), with what to do, when nothing was tested yet. */
export function forMe(catalog: Catalog, settings: Settings, shell: Shell): Routine {
  const { store, thomas } = openAssess(shell, settings);
  const assessment = store.lastAssessment();
  if (!assessment) {
    throw new UserError("for-me follows from a test, and there is none yet", {
      hint: "do it with: unwind assess (about five minutes)",
    });
  }
  const { sides } = assessment;
  const summary = testedText(thomas, assessment);
  return compose({ sides, results: resultsOf(thomas, sides), summary }, thomas, catalog.exercises);
}
