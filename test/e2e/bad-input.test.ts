/** What a person mistypes and what a file may hold: one line that says what to do, and never a stack. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { removeFoldersAfterwards, run, runHere, temporaryFolder } from "./support/program.ts";

removeFoldersAfterwards();

describe.concurrent("what is mistyped", () => {
  test.each<[string, RegExp]>([
    ["run psoas-progam", /did you mean psoas-program\?/],
    ["run zzz", /zzz/],
    ["show pigoen-pose", /did you mean pigeon-pose\?/],
    ["plan psoas-program --reps psoas-marhc=12", /did you mean psoas-march\?/],
    ["plan psoas-program --only pigeon-pse", /did you mean pigeon-pose\?/],
    ["plan psoas-program --levle easy", /--level\b/],
    ["plan --level medium", /easy, standard, hard/],
    ["plan --reps 0", /--reps 0/],
    ["plan --reps 1e9", /--reps 1e9/],
    ["plan --hold soon", /--hold soon/],
    ["plan --tempo 3-0", /--tempo 3-0/],
    ["plan kneeling-lunge --reps 5", /--reps/],
    [
      "plan psoas-program --skip warm-up-walk,standing-march,psoas-march,kneeling-lunge,pigeon-pose,mountain-climbers,hanging-leg-raise,split-squat",
      /./,
    ],
    ["plan pigeon --voice off", /--voice goes with --cues/],
    ["plan pigeon --sound ticks --json", /--sound goes with --cues/],
    ["run --speed 0 --plain", /--speed 0/],
    ["run --speed fast --plain", /--speed fast/],
    ["config get levle", /did you mean level\?/],
    ["config set level medium", /easy|standard|hard/],
    ["list rutines", /routines/],
    ["list --kind strech", /stretch/],
    ["rnu", /run/],
    ["plan one two", /argument|two/],
  ])("unwind %s", async (words, wanted) => {
    const { code, stdout, stderr } = await runHere(words.split(" "));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^unwind: [^\n]+\n$/);
    expect(stderr).toMatch(wanted);
    expect(stderr).not.toMatch(/\n\s+at |defect/);
  });

  test("and the process says the same, and ends with the same code", async () => {
    const words = ["run", "psoas-progam"];
    const { code, stdout, stderr } = await run(words);
    expect(code).toBe(2);
    expect({ code, stdout, stderr }).toEqual(await runHere(words));
  });
});

const block = { exercise: "kneeling-lunge", sets: 1, hold: 10 };
const routine = (change: object) =>
  JSON.stringify({ id: "mine", name: "Mine", summary: "Mine.", blocks: [block], ...change });

const DAMAGED: readonly (readonly [string, string])[] = [
  ["not JSON", "{ this is not JSON"],
  ["empty", ""],
  ["another kind of JSON", '["a", "list"]'],
  ["a wrong type", routine({ name: 5 })],
  ["no blocks", routine({ blocks: [] })],
  ["zero repetitions", routine({ blocks: [{ ...block, reps: 0 }] })],
  ["negative sets", routine({ blocks: [{ ...block, sets: -1 }] })],
  ["a thousand million repetitions", routine({ blocks: [{ ...block, reps: 1e9 }] })],
  ["NaN", routine({}).replace('"sets":1', '"sets":NaN')],
  ["a number beyond all", routine({}).replace('"sets":1', '"sets":1e999')],
  ["more than a day", routine({ blocks: Array(100).fill({ exercise: "kneeling-lunge", sets: 100, hold: 3600 }) })],
  ["a nesting bomb", "[".repeat(200_000)],
  ["control characters", routine({ name: "Mine\u001b[31m" })],
  ["an unknown exercise", routine({ blocks: [{ exercise: "kneling-lunge" }] })],
  ["an unknown field", routine({ setz: 3 })],
  ["fifty megabytes", `"${"x".repeat(50_000_000)}"`],
  ["bytes that are no text", "\u0000\u0001\u0002"],
];

/** What takes stack or memory is tried in a process of its own, with one of the others. */
const IN_A_PROCESS = new Set(["not JSON", "a nesting bomb", "fifty megabytes"]);

describe.concurrent("a damaged file", () => {
  test.each(DAMAGED)("%s", async (what, text) => {
    const folder = temporaryFolder();
    const file = join(folder, "mine.json");
    writeFileSync(file, text);
    const runIt = IN_A_PROCESS.has(what) ? run : runHere;
    const [checked, ran] = await Promise.all([
      runIt(["check", file]),
      runIt(["run", file, "--plain", "--speed", "1000"]),
    ]);
    for (const { code, stdout, stderr } of [checked, ran]) {
      expect(code).toBe(65);
      expect(stdout + stderr).toMatch(/\bmine\b/);
      expect((stdout + stderr).replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
      expect(stderr).not.toMatch(/\n\s+at |defect/);
      expect((stdout + stderr).length).toBeLessThan(5000);
    }
  });

  test("one bad file of the person's own never hides the good ones", async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, "routines"));
    writeFileSync(join(home, "routines", "bad.json"), "{");
    writeFileSync(join(home, "routines", "mine.json"), routine({}));
    const { code, stdout, stderr } = await runHere(["list", "routines"], { env: { UNWIND_HOME: home } });
    expect(code).toBe(0);
    expect(stdout).toContain("mine");
    expect(stdout).toContain("psoas-program");
    expect(stderr).toContain("bad.json");
  });
});

describe.concurrent("a defect of ours", () => {
  /** Something inside breaks: the program cannot make JSON any more. */
  function broken() {
    const folder = temporaryFolder();
    const file = join(folder, "break.cjs");
    writeFileSync(file, 'JSON.stringify = () => { throw new RangeError("broken on purpose"); };');
    return { NODE_OPTIONS: `--require ${file}` };
  }

  test("is one line that says where to report it", async () => {
    const { code, stderr } = await run(["list", "--json"], { env: broken() });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^unwind: [^\n]*broken on purpose[^\n]*\n$/);
    expect(stderr).toMatch(/report/);
    expect(stderr).toContain("DEBUG=unwind");
  });

  test("shows its stack when asked", async () => {
    const { code, stderr } = await run(["list", "--json"], { env: { ...broken(), DEBUG: "unwind" } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/\n\s+at .*src\/[\w/-]+\.ts:\d+/);
  });
});

describe.concurrent("unwind help", () => {
  test("says the same as --help, for the program and for a command", async () => {
    const [all, same, one, sameOne] = await Promise.all(
      [["help"], ["--help"], ["help", "plan"], ["plan", "--help"]].map((words) => runHere(words)),
    );
    expect([all?.code, one?.code]).toEqual([0, 0]);
    expect(all?.stdout).toBe(same?.stdout);
    expect(one?.stdout).toBe(sameOne?.stdout);
    expect(await runHere(["help", "pln"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("did you mean unwind plan?"),
    });
  });
});
