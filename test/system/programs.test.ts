import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { endAllPrograms, startProgram } from "../../src/system/programs.ts";
import { fakeMachine } from "../support/fake-programs.ts";

/** Longer than any machine takes: nothing here waits for as long. */
const FOR_EVER_MS = 60_000;
const buried = (pid: number | undefined) => pid !== undefined && !existsSync(`/proc/${pid}`);

describe.skipIf(process.platform !== "linux")("the ends of programs that were started", () => {
  const hanging = () => {
    const { machine } = fakeMachine(systemClock, "linux", { hanging: "early: setInterval(() => {}, 1000);" });
    return startProgram(`${machine.env["PATH"]}/hanging`, [], machine, { stdio: "ignore" });
  };

  test("one that ends by itself is waited for until it is buried", async () => {
    const child = hanging();
    child.kill("SIGKILL");
    await endAllPrograms(systemClock, FOR_EVER_MS, 0);
    expect(buried(child.pid)).toBe(true);
  });

  test("one that does not is killed and buried", async () => {
    const child = hanging();
    await endAllPrograms(systemClock, 0, FOR_EVER_MS);
    expect(child.signalCode).toBe("SIGKILL");
    expect(buried(child.pid)).toBe(true);
  });

  test("one that could not be started is not waited for", async () => {
    const { machine } = fakeMachine(systemClock, "linux", {});
    startProgram("/no/such/program", [], machine, { stdio: "ignore" }).on("error", () => {});
    await endAllPrograms(systemClock, FOR_EVER_MS, FOR_EVER_MS);
  });
});
