/** Lines as people write them in other places: what is suggested can be read, and means what was meant. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLine } from "../../../src/catalog/line/parse-line.ts";
import { rewriteLine } from "../../../src/catalog/line/rewrite.ts";
import { LineError } from "../../../src/catalog/line/scanner.ts";

const messageOf = (line: string): string => {
  try {
    parseLine(line, () => null);
  } catch (error) {
    if (error instanceof LineError) return error.message;
    throw error;
  }
  return "";
};

describe("what was probably meant", () => {
  it.each([
    ["Tabata squats 8 rounds", "8x(20s squats, 10s rest)"],
    ["tabata of jumping jacks", "8x(20s jumping jacks, 10s rest)"],
    ["30/30 x 10 jumping jacks", "10x 30s/30s jumping jacks"],
    ["max pushups", '1 "max pushups"'],
    ["max reps of pull-ups", '1 "max pull-ups"'],
    ["AMRAP12 5 pullups/10 pushups/15 squats", "AMRAP 12: 5 pullups, 10 pushups, 15 squats"],
    ["amrap 20 min 5 pullups 10 pushups", "amrap 20 min: 5 pullups, 10 pushups"],
    ["E2MOM 10 min: 5 squats", "every 2m for 10m: 5 squats"],
    ["every minute on the minute for 10 minutes: 5 burpees", "every 60s for 10 minutes: 5 burpees"],
    ["1,5 min plank", "1.5 min plank"],
    ["3x10 squat @22,5kg", "3x10 squat @22.5kg"],
    ["2 x 30 sek plank", "2 x 30s plank"],
    ["2 minuten plank", "2m plank"],
    ["3*12 squats", "3x12 squats"],
    ["21–15–9 thrusters", "21-15-9 thrusters"],
    ["3x12 squats…", "3x12 squats"],
    ["3x12 squats!", "3x12 squats"],
    ["💪 3x12 squats 👍🏽", "3x12 squats"],
    ["3x12\u200b squats", "3x12 squats"],
    ['90" plank', "90s plank"],
    ['90"plank', "90s plank"],
    ["1'30\" plank", "1m30s plank"],
    ["2' plank", "2m plank"],
    ["pigeon 2x45s e/s", "pigeon 2x45s each side"],
    ["pigeon 45s /side", "pigeon 45s each side"],
    ["10/10 lunges", "10 lunges each side"],
    ["squat 5x5x80", "squat 5x5 @80kg"],
    ["5x5 squat @100", "5x5 squat @100kg"],
    ["5x5 squat @80%", "5x5 squat"],
    ["3x10 squat (20kg)", "3x10 squat @20kg"],
    ["3x10 RPE 8 squat", "3x10 squat"],
    ["3x10 squat @RPE 8", "3x10 squat"],
    ["3x10 squat RIR 2", "3x10 squat"],
    ["3x10 squats 3-0-1-0", "3x10 squats tempo 3-0-1-0"],
    ["1 minute rest between 3x10 squats", "3x10 squats rest 1 minute"],
    ["3x10 squats, 60s rest between sets", "3x10 squats rest 60s"],
    ["3x10 squats, rest 60s between sets", "3x10 squats rest 60s"],
    ["3x10 squats w/ 1 min rest", "3x10 squats 1 min rest"],
    ["3x10 push ups / 60s", "3x10 push ups rest 60s"],
    ["3x10 push ups - 60s rest", "3x10 push ups rest 60s"],
    ["40 on 20 off", "40s on 20s off"],
    ["work 40 rest 20 x 8", "40s work 20s rest x 8"],
    ["20s work/10s rest x8", "8x(20s work, 10s rest)"],
    ["3 rounds of 10 squats and 10 pushups", "3 rounds: 10 squats, 10 pushups"],
    ["superset: 10 squats, 10 pushups x3", "3x(10 squats, 10 pushups)"],
    ["superset: 10 squats, 10 pushups", "1x(10 squats, 10 pushups)"],
    ["circuit 3x: 10 squats; 10 pushups", "3x(10 squats, 10 pushups)"],
    ["3x(5 squat) x2", "2x(3x(5 squat))"],
    ["(10 squat + 30s plank) x 3", "(10 squat, 30s plank) x 3"],
    ["3x[10 squat; 30s plank]", "3x(10 squat, 30s plank)"],
    ["3x{10 squat, 30s plank}", "3x(10 squat, 30s plank)"],
    ["3x10 squat, 30s plank)", "3x10 squat, 30s plank"],
    ["ladder 1-4 burpees", "1-2-3-4 burpees"],
    ["4 to 1 burpees", "4-3-2-1 burpees"],
    ["1..3 burpees", "1-2-3 burpees"],
    ["1,2,3 burpees", "1-2-3 burpees"],
    ["1. 10 squats 2. 10 pushups", "10 squats, 10 pushups"],
    ["- 10 squats\n- 10 pushups", "10 squats, 10 pushups"],
    ["• 10 squats • 10 pushups", "10 squats, 10 pushups"],
    ["HIIT 30:15 x 10", "10x 30s/15s"],
    ["hiit 40s/20s x8 burpees", "8x 40s/20s burpees"],
    ["Cindy", "amrap 20m: 5 pull-up, 10 push-up, 15 squat"],
    ["fran", "21-15-9 for time: thruster, pull-up"],
    ["tabata: squats, row", "8x(20s squats, 10s rest, 20s row, 10s rest)"],
    ["tabata squats, 10 row", "8x(20s squats, 10s rest), 10 row"],
    ["hold plank 30 seconds, 3 times, rest 30 seconds", "hold plank 30 seconds 3 times rest 30 seconds"],
    ["50-40-30: squat, row for time", "50-40-30 for time: squat, row"],
    ["tabata squats, row for 8 minutes", "8x(20s squats, 10s rest, 20s row, 10s rest)"],
    ["40/20 x 5: squat, row", "5x 40s/20s: squat, row"],
    ["40 on, 20 off, 5 rounds, squat, row", "5 rounds: 40s on, 20s off: squat, row"],
    ["ladder 3 to 6 burpees", "3-4-5-6 burpees"],
    ["tabata squats x 6", "6x(20s squats, 10s rest)"],
    ["tabata with a plank", "8x(20s plank, 10s rest)"],
    ["hiit 30/15 x 10 burpees, squats", "10x(30s burpees, 15s rest, 30s squats, 15s rest)"],
    ["8x 20:10 sprint", "8x 20s/10s sprint"],
    ["sprint 8x 20:10", "8x 20s/10s sprint"],
    ["sprint 20:10 x8", "8x 20s/10s sprint"],
    ["interval 40:20 x 8", "8x 40s/20s"],
    ["HIIT 30:15", "8x 30s/15s"],
    ["10 x 30:15", "10x 30s/15s"],
    ["10 rounds 45:15", "10x 45s/15s"],
    ["10 rounds: 45:15 squat", "10x 45s/15s squat"],
    ["superset 3x (10 curl, 12 press)", "3x(10 curl, 12 press)"],
    ["3x12 squats. 3x10 lunges", "3x12 squats, 3x10 lunges"],
    ["10 squats. Then 20 lunges.", "10 squats, 20 lunges"],
    ["12/10/8 curls", "12-10-8 curls"],
    ["squats 12 12 10 8", "12-12-10-8 squats"],
    ["10 Squats – 20 Lunges", "10 Squats, 20 Lunges"],
    ["10 squats - 20 lunges", "10 squats, 20 lunges"],
    ["10squats", "10 squats"],
    ["30sek plank", "30s plank"],
    ["3x12 squats, 1,5 min rest", "3x12 squats rest 1.5 min"],
    ["3x12 squats; rest 30s", "3x12 squats rest 30s"],
    ["3 rounds: 10 squats; 30s rest", "3 rounds: 10 squats, 30s rest"],
    ["3x(10 squat; 5 row), 60s rest", "3x(10 squat, 5 row), 60s rest"],
    ["tabata", "8x(20s work, 10s rest)"],
  ])("by “%s” is %s", (line, meant) => {
    expect(messageOf(line).split("did you mean: ")[1]).toBe(meant);
    expect(messageOf(meant)).toBe("");
  });

  it.each(["1-30 burpees in a ladder 1-30", "10 to 11 burpees", "1 to 30 burpees", "4-7-8 breathing x 4"])(
    "is not guessed for “%s”",
    (line) => {
      expect(messageOf(line).split("did you mean: ")[1] ?? "").not.toMatch(/1-2-3|, x 4|10-11/);
    },
  );

  it.each([
    ["3 sets of 10 curls supersetted with 12 presses", "two exercises as one"],
    ["100/100 m sprint", "minutes for metres"],
    ["30/30 m sprint", "minutes for metres"],
    ["10–12 squats", "one end of a range"],
    ["3x8-12 curls", "one end of a range"],
    ["8-12 curls x 3", "sets within sets"],
    ["10 squats (8 row) (1)", "less than was typed"],
    ["3x12 squats (no 13) and 10 dips", "less than was typed"],
    ["3xfailure pushups", "a name that begins with x"],
    ["20-10 x 8 sprint", "an exercise called x"],
    ["1e9x10 squats", "a name of letters and figures"],
  ])("is never said of “%s” as %s", (line) => {
    const message = messageOf(line);
    expect(message).not.toBe("");
    expect(message).not.toContain("did you mean: ");
  });

  it("says what figures alone lack", () => {
    expect(messageOf("5 x 5 @ 80kg")).toContain("5 x 5 of what? Write 5 x 5 squat");
    expect(messageOf("3x10")).toContain("3x10 of what? Write 3x10 squat");
  });
});

describe("a line as it is", () => {
  it.each([
    "8x(20s work, 10s rest)",
    "3x(10 squat, 30s plank, 15s rest) rest 60s",
    "10 rounds every 60s: 5 pull-up, 10 push-up",
    "21-15-9 for time: thruster @40kg, pull-up",
    "3x15 heel drop each side tempo 5-0-1-0 rest 60s, 10m walk",
    "8x 20s/10s",
  ])("needs no rewriting: %s", (line) => {
    expect(rewriteLine(line)).toBe(line);
  });

  it("of any text is rewritten in an instant, once and for all that it leaves", () => {
    const text = fc.stringMatching(/^[0-9xX ,./()\-–:@a-z"'%]{0,200}$/);
    fc.assert(
      fc.property(text, (line) => {
        const started = performance.now();
        expect(typeof rewriteLine(line)).toBe("string");
        return performance.now() - started < 500;
      }),
      { numRuns: 300 },
    );
  });
});

describe("small words and signs in a line that can be read", () => {
  const first = (line: string) => parseLine(line, () => null).blocks[0];

  it("end it, or lead to a load", () => {
    expect(first("3x12\u00a0squats\u00a0rest\u202f60s")).toMatchObject({ exercise: { name: "Squats" }, rest: 60 });
    expect(first("3x12 squats.")).toMatchObject({ exercise: { name: "Squats" }, sets: 3 });
    expect(first("3x10 squat with 20 kg")).toMatchObject({ exercise: { name: "Squat" }, load: "20 kg" });
    expect(first("10 sit with arms")).toMatchObject({ exercise: { name: "Sit with arms" } });
  });
});
