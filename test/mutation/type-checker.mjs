/**
 * Stryker's checker for this code: leaves out the mutants that the compiler refuses. A fault that does not pass
 * `npm run types` needs no test, and a mutant that is one tells nothing about the tests. Stryker's own checker does not know
 * TypeScript 7. Every mutant becomes a copy of its file beside it, and all of them are checked in one run.
 */
import { findUntyped } from "./sources.mjs";

class TypeChecker {
  async init() {}

  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    const refused = findUntyped(mutants);
    return Object.fromEntries(
      mutants.map(({ id }) => [id, refused.has(id) ? { status: "compileError", reason: "" } : { status: "passed" }]),
    );
  }
}

export const strykerPlugins = [{ kind: "Checker", name: "types", factory: () => new TypeChecker() }];
