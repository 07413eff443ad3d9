/** What commander refuses, in words that lead on. */
import { CommanderError } from "commander";
import { expect, test } from "vitest";
import { explainUsageError } from "../../../src/app/command-line/explain-usage-error.ts";
import type { ShellEnvironment } from "../../../src/app/shell-environment.ts";
import { buildProgram } from "../../../src/commands/program.ts";
import type { UserError } from "../../../src/errors.ts";

const shell = {
  env: { UNWIND_HOME: "/nonexistent/unwind" },
  columns: 80,
  write: () => {},
} as unknown as ShellEnvironment;

/** The error of a command line that commander refuses. */
async function refuse(words: readonly string[]): Promise<UserError> {
  const program = await buildProgram(shell, words[0] ?? null);
  const command = program.commands[0];
  if (!command) throw new Error("no command");
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return explainUsageError(error, command, shell);
    throw error;
  }
  throw new Error("nothing was wrong with it");
}

test.each<[string, string, string]>([
  [
    "run --time 40",
    'run has no flag "--time"',
    "did you mean --hold? for example --hold 40s, or --hold pigeon-pose=40s for one exercise",
  ],
  ["run --duration=40", 'run has no flag "--duration"', "did you mean --hold?"],
  ["run --seconds 40", 'run has no flag "--seconds"', "did you mean --hold?"],
  ["run --minutes 20", 'run has no flag "--minutes"', "did you mean --fit? for example --fit 15m"],
  ["run --left", 'run has no flag "--left"', "did you mean --side left?"],
  ["run --levle easy", 'run has no flag "--levle"', "did you mean --level? for example --level easy"],
  ["run --roundz 3", 'run has no flag "--roundz"', "did you mean --rounds? for example --rounds 4"],
  ["list --muscle psoas", 'list has no flag "--muscle"', "did you mean --target? for example --target iliopsoas"],
  ["history --last 2", 'history has no flag "--last"', "did you mean --limit? for example --limit 5"],
  ["history edit last --reps 12", 'history has no flag "--reps"', "see: unwind history --help"],
  ["list --mine", 'list has no flag "--mine"', "see: unwind list --help"],
  ["list --qqqqqq", 'list has no flag "--qqqqqq"', "see: unwind list --help"],
  ["run --reps", "--reps needs a value", "for example --reps 12, or --reps psoas-march=12 for one exercise"],
  ["plan --level medium", "--level medium: expected easy, standard, hard or auto", "did you mean --level standard?"],
  ["plan --side lefft", "--side lefft: expected left, right or both", "did you mean --side left?"],
  ["plan --side up", "--side up: expected left, right or both", "for example --side left"],
  ["show", "show needs <name>", "for example: unwind show psoas-march"],
  ["history 2", "history 2: expected list, show, edit or delete", "did you mean: unwind history -n 2?"],
  ["history last", "history last: expected list, show, edit or delete", "did you mean: unwind history show last?"],
  ["config level", "config level: expected get, set or reset", "did you mean: unwind config get level?"],
  ["config level easy", "config level: expected get, set or reset", "did you mean: unwind config set level easy?"],
  ["plan desk break", "plan takes one name", "did you mean: unwind plan desk-break?"],
  ["run march 12", "run takes one name", "did you mean: unwind run psoas-march --reps 12?"],
  ["run pigeon 40s", "run takes one name", "did you mean: unwind run pigeon-pose --hold 40s?"],
  ["run pigeon 1:30", "run takes one name", "did you mean: unwind run pigeon-pose --hold 1:30?"],
  ["run psoas-march 3x12", "run takes one name", "did you mean: unwind run psoas-march --sets 3 --reps 12?"],
  ["run 8x 20s/10s", "run takes one name", "a workout in a line is put in quotes: unwind run '8x 20s/10s'"],
  ["log desk-break yesterday", "log takes one name", "did you mean: unwind log desk-break --at yesterday?"],
  ["log march yesterday 18:00", "log takes one name", "did you mean: unwind log psoas-march --at 'yesterday 18:00'?"],
  ["log desk-break 29 feb", "log takes one name", "did you mean: unwind log desk-break --at '29 feb'?"],
  ["run desk-break easy", "run takes one name", "did you mean: unwind run desk-break --level easy?"],
  ["run desk break beginner", "run takes one name", "did you mean: unwind run desk-break --level easy?"],
  ["plan pigeon left", "plan takes one name", "did you mean: unwind plan pigeon-pose --side left?"],
  ["run squat 3x10", "run takes one name", "a workout in a line is put in quotes: unwind run 'squat 3x10'"],
  ["run --dry-run", 'run has no flag "--dry-run"', "did you mean: unwind plan?"],
  ["render -o a.mp3 --preview", 'render has no flag "--preview"', "did you mean: unwind plan?"],
  ["resume --dry-run", 'resume has no flag "--dry-run"', "did you mean: unwind resume --list?"],
  ["import --dry-run", 'import has no flag "--dry-run"', "see: unwind import --help"],
  ["show my thing", "show takes one name", "put it in quotes: unwind show 'my thing'"],
  ["ctl toggle k3v9", "ctl takes at most one word", "name a session with: unwind ctl toggle --session k3v9"],
  ["new abs 10 squat", "new takes at most 2 words", "in quotes: unwind new abs '10 squat'"],
  ["stats please", "stats takes no words", "leave out please: unwind stats"],
])("unwind %s", async (words, message, hint) => {
  const error = await refuse(words.split(" "));
  expect(error).toMatchObject({ exitCode: 2, message });
  expect(error.hint).toContain(hint);
});

test("words that are a line with a fault get that fault, and the quotes", async () => {
  const error = await refuse(["run", "amrap", "10"]);
  expect(error.exitCode).toBe(2);
  expect(error.message.split("\n")).toEqual([
    "column 9: amrap 10 of what? Write amrap 10: 10 squat, 5 push-up",
    "  amrap 10",
    "          ^",
    "  put the whole line in quotes",
  ]);
});

test("a workout with a dash in front is taken for a flag, and shown without it", async () => {
  const { message, hint } = await refuse(["plan", "-10 squats"]);
  expect([message, hint]).toEqual([
    '"-10 squats" begins with a dash, as flags do',
    "leave it out: unwind plan '10 squats'",
  ]);
});
