/** What the README and the help tell a newcomer to type: every command of them is run. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import type { ShellEnvironment } from "../../src/app/shell-environment.ts";
import { COMMANDS } from "../../src/commands/command-table.ts";
import { buildWholeProgram } from "../../src/commands/program.ts";
import { runUnwindIn } from "../support/run-unwind.ts";
import {
  environment,
  INSTANT_TIME,
  PROGRAM,
  ROOT,
  removeFoldersAfterwards,
  temporaryFolder,
} from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";

removeFoldersAfterwards();

const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const dataReadme = readFileSync(join(ROOT, "data/README.md"), "utf8");

/** The code of a page: the lines of its blocks, and what stands in backticks. */
function codeOf(page: string): string[] {
  const blocks = [...page.matchAll(/```(?:sh|text)\n([\s\S]*?)```/g)].flatMap(([, code = ""]) => code.split("\n"));
  const inline = [...page.replace(/```[\s\S]*?```/g, "").matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  return [...blocks, ...inline];
}

/** Commands as a shell takes them, without what a shell is told to do with their output. */
function commandsOf(page: string): string[] {
  const found = codeOf(page).flatMap((code) => /\bunwind(?: .*)?$/.exec(code.replace(/\s+#.*$/, "")) ?? []);
  const commands = found.map((code) =>
    code
      .replace(/ >>? ?(\S+)$/, "")
      .replace(/\)'.*$/, "")
      .replace(/ …$/, "")
      .trim(),
  );
  return [...new Set(commands)].filter((command) => !/^unwind-|<|=/.test(command) || command.includes("--reps"));
}

/** What the comments of the first screen say beside it. */
const IN_COMMENTS = [
  "unwind psoas-march --reps 12",
  "unwind show pigeon",
  'unwind new my-tabata "8x(20s work, 10s rest)"',
  "unwind history",
];

/** With these there is nothing to do on a new machine: they end with words that lead on, and this code. */
const NOTHING_TO_DO = new Map([
  ["unwind ctl toggle", 3],
  ["unwind resume", 2],
]);
/** These are for a terminal alone. */
const ON_A_SCREEN = new Map([
  ["unwind", /psoas/i],
  ["unwind assess", /Thomas test/],
  ["unwind assess --remote", /On a phone/],
]);

const folder = temporaryFolder();

/** A page is served to this machine alone. */
const withinThisMachine = (command: string) => command.replace(/--remote$/, "--remote --remote-host 127.0.0.1");

function runInShell(command: string): Promise<{ code: number | null; out: string }> {
  const script = `unwind() { "${process.execPath}" "${PROGRAM}" "$@"; }; ${withinThisMachine(command)}`;
  const env = environment({ UNWIND_HOME: join(folder, "home"), ...INSTANT_TIME });
  const child = spawn("sh", ["-c", script], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (out += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out }));
  });
}

beforeAll(async () => {
  writeFileSync(join(folder, "mine.json"), '{ "name": "Burpee", "work": 40 }');
  const answers = "pain=no,thigh=above,drop=yes,rotation=none";
  const { code } = await runInShell(`unwind assess --left ${answers} --right ${answers}`);
  expect(code).toBe(0);
});

const commands = [...new Set([...commandsOf(readme), ...commandsOf(dataReadme), ...IN_COMMENTS])];
const printed = commands.filter((command) => !ON_A_SCREEN.has(command));

test("the commands of the README are found at all", () => {
  expect(commands).toEqual(
    expect.arrayContaining(['unwind "8x(20s work, 10s rest)"', "unwind doctor", "unwind completion bash"]),
  );
  expect(commands.length).toBeGreaterThan(25);
});

describe.sequential("what the README says can be typed", () => {
  test.each(printed)("%s", async (command) => {
    const { code, out } = await runInShell(command);
    expect({ code, out }).toEqual({ code: NOTHING_TO_DO.get(command) ?? 0, out: expect.any(String) });
    expect(out).not.toMatch(/this is a bug in unwind|\n\s+at /);
  });

  test.each([...ON_A_SCREEN])("%s, in a terminal", async (command, shows) => {
    expect(commands).toContain(command);
    using terminal = await openTerminal({ env: { UNWIND_HOME: temporaryFolder() } });
    terminal.run(withinThisMachine(command).replace(/^unwind ?/, ""));
    await terminal.waitFor(shows);
    terminal.press("\u0003");
    expect(await terminal.exit()).toBe(130);
  });
});

describe("what the README says of itself and of the code", () => {
  test("it is read in a few minutes: 120 lines at most", () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(120);
  });

  test.each(
    [...readme.matchAll(/```json\n([\s\S]*?)```/g), ...dataReadme.matchAll(/```json\n([\s\S]*?)```/g)].map(
      ([, json = ""]) => json,
    ),
  )("the example %# is a file without faults", async (json) => {
    expect(await runUnwindIn(folder, json, ["check", "-"])).toMatchObject({ code: 0, error: "" });
  });

  const paths = [
    ...new Set([...readme.matchAll(/(?:`|\]\()((?:src|data|test|\.github)\/[\w./-]+)/g)].map(([, path = ""]) => path)),
  ];
  test.each(paths)("%s is there", (path) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
  });

  test.each([...new Set([...readme.matchAll(/`npm run (\w+)/g)].map(([, name = ""]) => name))])(
    "npm run %s is a script",
    (name) => {
      expect(Object.keys(manifest.scripts)).toContain(name);
    },
  );
});

describe("the examples of the help", () => {
  const shell = { env: {}, columns: 80, write: () => {} } as unknown as ShellEnvironment;
  const program = buildWholeProgram(shell);
  const helpOf = async (name: string) => {
    const command = (await program).commands.find((one) => one.name() === name);
    let text = "";
    command?.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 80 }).outputHelp();
    return text;
  };

  test.each(Object.keys(COMMANDS))("%s has some, and they are examples of it", async (name) => {
    const lines = (await helpOf(name)).split("\n").filter((line) => /^ {2}(?:\S.* \| )?unwind\b/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.some((line) => line.includes(`unwind ${name}`))).toBe(true);
  });

  test.each(Object.keys(COMMANDS))(
    "the help of %s fits a terminal of 80 columns, but for commands to copy",
    async (name) => {
      const { out } = await runUnwindIn(folder, "", [name, "--help"]);
      expect(out).toContain(`Usage: unwind ${name}`);
      const wide = out.split("\n").filter((line) => line.length > 80 && line.trim().includes(" "));
      expect(wide.filter((line) => !line.startsWith("  unwind "))).toEqual([]);
    },
  );
});
