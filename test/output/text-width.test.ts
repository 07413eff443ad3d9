/** Text in lines of a terminal, below a label that hangs. */
import { describe, expect, test } from "vitest";
import { wrapCommand, wrapHanging, wrapText } from "../../src/output/text-width.ts";

const wrap = (text: string, columns: number) => wrapHanging(text, 4, columns, (part) => part.length);

describe("a text that hangs", () => {
  test("goes on below what follows its label", () => {
    expect(wrap("  - tuck the pelvis and breathe", 20)).toEqual(["  - tuck the pelvis", "    and breathe"]);
  });

  test("keeps the space behind a name of one letter, which ends before the indent", () => {
    expect(wrap("  A: 30 s → 20 s (to fit 5:00)", 60)).toEqual(["  A: 30 s → 20 s (to fit 5:00)"]);
    expect(wrap("  A: 30 s → 20 s (to fit 5:00)", 20)[0]).toBe("  A: 30 s → 20 s (to");
  });
});

describe("a text that fits on a line", () => {
  test.each([
    ["stays as it is", "march  in place ", "march  in place "],
    ["loses spaces in front", "  march in place", "march in place"],
    ["may fill the line", "march in place, tall", "march in place, tall"],
    ["may be empty", "", ""],
  ])("%s", (_, text, line) => {
    expect(wrapText(text, 20, (part) => part.length)).toEqual([line]);
  });
});

describe("a command", () => {
  const words = ["unwind run", "'my file.json'", "--reps march=12", "--hold lunge=40s"];
  const inColumns = (columns: number) => wrapCommand("Do it: ", words, columns, (text) => text.length);

  test("stands behind its label where it fits", () => {
    const line = "Do it: unwind run 'my file.json' --reps march=12 --hold lunge=40s";
    expect(inColumns(line.length)).toEqual([line]);
    expect(inColumns(line.length - 1)).toEqual(["Do it:", line.slice("Do it: ".length)]);
  });

  test("is broken between its words only, in a way in which a shell takes all lines as one", () => {
    for (let columns = 22; columns < 65; columns++) {
      const [label, ...lines] = inColumns(columns);
      expect(label).toBe("Do it:");
      expect(lines.every((line) => line.length <= columns)).toBe(true);
      expect(lines.join("\n").replaceAll(/ \\\n +/g, " ")).toBe(words.join(" "));
    }
  });

  test("keeps a word whole that is longer than the line", () => {
    expect(inColumns(12)).toEqual([
      "Do it:",
      "unwind run \\",
      "  'my file.json' \\",
      "  --reps march=12 \\",
      "  --hold lunge=40s",
    ]);
  });
});
