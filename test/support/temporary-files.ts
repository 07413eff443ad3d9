/**
 * One temporary folder for everything that a run of the tests lays down, so that nothing is left in /tmp: it goes with the
 * run, and those of runs that were stopped go with the next one.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { doesProcessExist } from "../../src/files/write.ts";

const NAME = /^unwind-tests-(\d+)$/;

export function setup(): () => void {
  const parent = tmpdir();
  for (const name of readdirSync(parent)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !doesProcessExist(Number(pid))) remove(join(parent, name));
  }
  const folder = join(parent, `unwind-tests-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // The processes of the tests are started with this environment.
  process.env["TMPDIR"] = folder;
  return () => remove(folder);
}

function remove(folder: string): void {
  // A program that ends at this moment may still write.
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
