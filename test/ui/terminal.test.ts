/** Taking the terminal and giving it back, once and twice, alive and dead. */
import { afterEach, expect, test, vi } from "vitest";
import { restoreTerminals, Terminal } from "../../src/ui/terminal.ts";
import { fakeTerminal } from "./support/fake-terminal.ts";

/** Line wrap, cursor and the shell's own screen, as the last thing that is written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told by control characters
const GIVEN_BACK = /\x1b\[\?7h\x1b\[\?25h\x1b\[\?1049l$/;

afterEach(restoreTerminals);

function take(titled = false) {
  const fake = fakeTerminal(40, 10);
  const onSuspend = vi.fn();
  const terminal = new Terminal({ stdin: fake.stdin, stdout: fake.stdout, onSuspend, allowTitle: titled });
  terminal.acquire();
  return { ...fake, terminal, onSuspend };
}

test("it is given back as it was found: screen, cursor, line wrap, raw mode", async () => {
  const { terminal, output, input } = take();
  await output.screen();
  expect(output.onAlternateScreen).toBe(true);
  expect(input.raw).toBe(true);
  terminal.release();
  await output.screen();
  expect(output.onAlternateScreen).toBe(false);
  expect(output.written).toMatch(GIVEN_BACK);
  expect(input.raw).toBe(false);
});

test("giving it back twice writes once, and leaves no listener behind", () => {
  const counts = () =>
    ["exit", "SIGCONT", "SIGTSTP", "uncaughtExceptionMonitor"].map((name) => process.listenerCount(name));
  const before = counts();
  const { terminal, output } = take();
  terminal.release();
  const { length } = output.written;
  terminal.release();
  restoreTerminals();
  expect(output.written).toHaveLength(length);
  expect(counts()).toEqual(before);
});

test("the way out of the process gives it back", () => {
  const { output } = take();
  process.listeners("uncaughtExceptionMonitor").at(-1)?.(new Error("a defect"), "uncaughtException");
  expect(output.written).toMatch(GIVEN_BACK);
});

test("a suspension gives it back, and going on takes it and draws everything anew", async () => {
  const { terminal, output, input, onSuspend } = take();
  terminal.painter.paint("the screen");
  const kill = vi.spyOn(process, "kill").mockImplementation((_pid, signal) => {
    if (signal === "SIGTSTP") {
      expect(output.written).toMatch(GIVEN_BACK);
      expect(input.raw).toBe(false);
      expect(process.listenerCount("SIGTSTP")).toBe(0);
    }
    return true;
  });
  terminal.suspend();
  expect(kill).toHaveBeenCalledWith(0, "SIGTSTP");
  expect(kill).toHaveBeenCalledWith(process.pid, "SIGWINCH");
  expect(onSuspend).toHaveBeenCalledOnce();
  expect(input.raw).toBe(true);
  expect((await output.screen())[0]).toBe("the screen");
});

test("who goes on in the background is stopped before anything is drawn over the shell's screen", () => {
  const { terminal, output, input } = take();
  vi.spyOn(process, "kill").mockReturnValue(true);
  const shown: [raw: boolean, givenBack: boolean][] = [];
  vi.spyOn(input, "setRawMode").mockImplementation((raw) => {
    shown.push([raw, GIVEN_BACK.test(output.written)]);
    return input;
  });
  terminal.suspend();
  // The system stops a process of the background when it sets the keys, and only then.
  expect(shown).toEqual([
    [false, true],
    [true, true],
  ]);
  expect(output.written).not.toMatch(GIVEN_BACK);
});

test("the window's title is kept before ours is shown, and returned at every way out", () => {
  const { terminal, output } = take(true);
  expect(output.written.startsWith("\x1b[22;2t")).toBe(true);
  terminal.setTitle("HOLD");
  terminal.setTitle("HOLD");
  expect(output.written.split("\x1b]2;HOLD\x07")).toHaveLength(2);
  let writtenWhenStopped = "";
  vi.spyOn(process, "kill").mockImplementation((_pid, signal) => {
    if (signal === "SIGTSTP") writtenWhenStopped = output.written;
    return true;
  });
  terminal.suspend();
  expect(writtenWhenStopped.endsWith("\x1b]2;\x07\x1b[23;2t")).toBe(true);
  const after = output.written.slice(output.written.lastIndexOf("\x1b[23;2t"));
  expect(after).toMatch(/\[22;2t.*\]2;HOLD/s);
  terminal.release();
  expect(output.written.endsWith("\x1b]2;\x07\x1b[23;2t")).toBe(true);
  const { length } = output.written;
  terminal.setTitle("REST");
  expect(output.written).toHaveLength(length);
});

test("a window that is not to be titled is not", () => {
  const { terminal, output } = take();
  terminal.setTitle("HOLD");
  terminal.release();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told by control characters
  expect(output.written).not.toMatch(/\x1b\]|2[23];2t/);
});

test("when the terminal has gone, nothing more is tried", () => {
  const { terminal, output } = take();
  output.emit("error", Object.assign(new Error("write EIO"), { code: "EIO" }));
  const { length } = output.written;
  terminal.painter.paint("nobody sees this");
  terminal.release();
  expect(output.written).toHaveLength(length);
});

test("a size that the system does not know is taken for 80 × 24, and never for nothing", () => {
  const fake = fakeTerminal();
  Object.assign(fake.output, { columns: 0, rows: undefined });
  const terminal = new Terminal({ stdin: fake.stdin, stdout: fake.stdout, onSuspend: () => {} });
  expect(terminal.size()).toEqual({ columns: 80, rows: 24 });
});
