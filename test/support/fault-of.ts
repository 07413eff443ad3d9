/** What a piece of work refuses to do, looked at. */
import { UserError } from "../../src/errors.ts";

/** The word to the person with which it ends. @throws when it ends without one, or with anything else. */
export function faultOf(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was wrong with it");
}
