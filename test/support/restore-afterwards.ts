/** Takes back what a test has put in place of something else, at its end: the next file begins before its first test. */
import { afterEach, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
