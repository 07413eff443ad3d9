/** Tab, really pressed, in each shell that this machine has; bash is always there. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROGRAM, removeFoldersAfterwards } from "./support/program.ts";
import { openTerminal, type Terminal } from "./support/pty.ts";

removeFoldersAfterwards();

/** A shell without anybody's settings, and how it takes the script: as the README says. */
const SHELLS = {
  bash: { command: "bash --norc --noprofile -i", load: "source <(unwind completion bash)" },
  zsh: { command: "zsh -f -i", load: "source <(unwind completion zsh)" },
  fish: { command: "fish --no-config -i", load: "unwind completion fish | source" },
};
type ShellName = keyof typeof SHELLS;

/** What is typed before Tab, and what the line is afterwards; `_` is the space behind a word that is done. */
const TYPED: readonly (readonly [typed: string, completed: string, what: string])[] = [
  ["unwind doct", "unwind doctor_", "a command"],
  ["unwind run desk-b", "unwind run desk-break_", "a routine"],
  ["unwind desk-b", "unwind desk-break_", "a routine without `run`"],
  ["unwind run desk-break --spee", "unwind run desk-break --speed_", "a flag"],
  ["unwind run desk-break --level ea", "unwind run desk-break --level easy_", "a flag's value"],
  ["unwind run desk-break --level=ea", "unwind run desk-break --level=easy_", "a flag's value behind ="],
  ["unwind run --reps psoas-mar", "unwind run --reps psoas-march=", "an exercise that takes a figure"],
  ["unwind run --reps=psoas-mar", "unwind run --reps=psoas-march=", "an exercise behind ="],
  ["unwind run --skip psoas-march,hanging-leg-r", "unwind run --skip psoas-march,hanging-leg-raise", "a list"],
  ["unwind config set flash of", "unwind config set flash off_", "a setting's value"],
  ["unwind check ./min", "unwind check ./mine.json_", "a file"],
  ["unwind completion powers", "unwind completion powershell_", "a shell"],
];

/** A terminal in which `name` is running, knows `unwind` and has taken its script. */
async function openShell(name: ShellName): Promise<Terminal> {
  const terminal = await openTerminal({ columns: 100, rows: 30 });
  const bin = join(terminal.folder, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "unwind"), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  chmodSync(join(bin, "unwind"), 0o755);
  writeFileSync(join(terminal.folder, "mine.json"), '{ "name": "Burpee", "work": 40 }');
  terminal.press(`PATH="${bin}:$PATH" HOME="${terminal.folder}" exec ${SHELLS[name].command}\r`);
  // Each result stands in a line of its own, whatever the prompt is.
  terminal.press("echo up-$((40 + 2))\r".replace(/\$\(\((.*)\)\)/, name === "fish" ? "(math $1)" : "$&"));
  await terminal.waitFor(/^up-42$/m);
  terminal.press(`${SHELLS[name].load}; echo loaded-${name === "fish" ? "(math 40 + 2)" : "$((40 + 2))"}\r`);
  // What is typed before the next prompt would be echoed by the terminal itself, above the prompt.
  const isReady = (rows: readonly string[]) =>
    rows.includes("loaded-42") && (rows[rows.indexOf("loaded-42") + 1] ?? "") !== "";
  const untilReady = () => terminal.waitUntil(isReady, "the next prompt");
  // A zsh that has never completed anything takes its time to gather what it knows.
  await untilReady().catch(untilReady);
  return terminal;
}

for (const name of ["bash", "zsh", "fish"] as const) {
  const isHere = name === "bash" || spawnSync(name, ["--version"]).status === 0;
  // zsh and fish are no part of most systems: .ci/run installs them.
  describe.skipIf(!isHere).concurrent(`Tab in ${name}`, () => {
    test("completes commands, names, flags, values and files, with a space where the word is done", async () => {
      using terminal = await openShell(name);
      const completed: string[] = [];
      for (const [typed, wanted] of TYPED) {
        terminal.press(`${typed}\t`);
        // A letter behind it shows whether a space was set, and that the shell has answered.
        const wait = terminal.waitFor(wanted.replace("_", ""));
        await wait.catch(() => {});
        terminal.press("Z");
        const screen = await terminal.waitUntil((rows) => rows.some((row) => row.endsWith("Z")), "the letter is seen");
        const line = screen.findLast((row) => row.endsWith("Z")) ?? "";
        completed.push(line.slice(line.indexOf("unwind")).slice(0, -1).replace(/ $/, "_"));
        terminal.press("\x15");
        await terminal.waitUntil((rows) => !rows.some((row) => row.endsWith("Z")), "the line is empty again");
      }
      expect(completed).toEqual(TYPED.map(([, wanted]) => wanted));
    });
  });
}
