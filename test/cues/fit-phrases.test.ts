/** A passage: what is said in full, what in fewer words, what not at all. */
import { describe, expect, it } from "vitest";
import { fitPhrases, type Phrase } from "../../src/cues/fit-phrases.ts";
import { SlotTimeline } from "../../src/cues/timeline.ts";

/** One second a letter. */
const measureSpeech = (text: string) => text.length * 1000;
const must = (rank: number, ...forms: string[]): Phrase => ({ name: "announce", variants: forms, priority: rank });
const may = (name: "how" | "reminder", ...forms: string[]): Phrase => ({ name, variants: forms });

function said(seconds: number, lines: readonly Phrase[], timeline = new SlotTimeline()): string[] {
  const laid = fitPhrases(
    { fromMs: 0, endByMs: seconds * 1000, category: "rest", phrases: lines },
    timeline,
    measureSpeech,
  );
  return laid.map(({ atMs, text }) => `${atMs / 1000} ${text}`);
}

describe("a slot", () => {
  it.each([
    [20, ["0 aaaaaa", "6.25 bbbb"]],
    [10, ["0 aaaaaa", "6.25 bb"]],
    [8, ["0 aaa", "3.25 bbbb"]],
    [5.9, ["0 aaa", "3.25 bb"]],
    [4, ["0 aaa"]],
    [2.5, ["0 bb"]],
    [1, []],
  ])("of %d seconds holds both lines in fewer words before one is left out", (seconds, lines) => {
    expect(said(seconds, [must(1, "aaaaaa", "aaa"), must(2, "bbbb", "bb")])).toEqual(lines);
  });

  it("says the shortest of several wordings before another line is left out", () => {
    expect(said(5, [must(1, "aaaaaa", "aaaa", "aa"), must(2, "bb")])).toEqual(["0 aa", "2.25 bb"]);
    expect(said(7, [must(1, "aaaaaa", "aaaa", "aa"), must(2, "bb")])).toEqual(["0 aaaa", "4.25 bb"]);
  });

  it("is filled with what may be said when there is room, in order and without gaps in a list", () => {
    const lines = [must(1, "aa"), may("how", "bb"), may("how", "ccccccccc"), may("how", "d"), may("reminder", "e")];
    expect(said(9, lines)).toEqual(["0 aa", "2.25 bb", "4.5 e"]);
  });

  it("keeps the lines that matter most, whatever their order", () => {
    const lines = [must(3, "aaa"), must(1, "bbb"), must(2, "ccc")];
    expect(said(3.5, lines)).toEqual(["0 bbb"]);
    expect(said(6.5, lines)).toEqual(["0 bbb", "3.25 ccc"]);
    expect(said(9.5, lines)).toEqual(["0 aaa", "3.25 bbb", "6.5 ccc"]);
  });

  it("says a line in full to the one that matters most", () => {
    expect(said(7.5, [must(2, "aaaa", "aa"), must(1, "bbbb", "bb")])).toEqual(["0 aa", "2.25 bbbb"]);
  });

  it("shortens every other line before the one that decides, and still drops by what matters", () => {
    const side: Phrase = { name: "side", variants: ["bbbb", "bb"], priority: 2, decides: true };
    expect(said(7.5, [must(1, "aaaa", "aa"), side])).toEqual(["0 aa", "2.25 bbbb"]);
    expect(said(2.5, [must(1, "aaaa", "aa"), side])).toEqual(["0 aa"]);
  });

  it("says something else in place of a line that does not fit, and then nothing that follows it in the list", () => {
    const first: Phrase = { name: "how", variants: ["aaaaaa", "aaaa"], instead: "a" };
    expect(said(8, [first, may("how", "b")])).toEqual(["0 aaaaaa", "6.25 b"]);
    expect(said(3, [first, may("how", "b")])).toEqual(["0 a"]);
    expect(said(3, [{ ...first, priority: 1 }, may("how", "b")])).toEqual(["0 a"]);
  });

  it("still says what may be said after a line of the same name that had to be said and did not fit", () => {
    const required: Phrase = { name: "how", variants: ["aaaaa"], priority: 1 };
    expect(said(3, [required, may("how", "bb")])).toEqual(["0 bb"]);
  });

  it("goes round what is taken in it", () => {
    const timeline = new SlotTimeline();
    timeline.reserve(1000, 3000);
    timeline.reserve(6000, 7000);
    expect(said(20, [must(1, "aaaa"), must(2, "b")], timeline)).toEqual(["7 aaaa", "11.25 b"]);
  });

  it("is taken by what is said in it", () => {
    const timeline = new SlotTimeline();
    said(20, [must(1, "aaaa")], timeline);
    expect(said(20, [must(1, "b")], timeline)).toEqual(["4.25 b"]);
  });

  it("keeps silence before what is said, too", () => {
    const timeline = new SlotTimeline();
    fitPhrases({ fromMs: 3000, endByMs: 9000, category: "rest", phrases: [must(1, "aaaa")] }, timeline, measureSpeech);
    expect(said(20, [must(1, "bbb")], timeline)).toEqual(["7.25 bbb"]);
  });
});

describe("time that is taken", () => {
  it("melts together where it overlaps", () => {
    const timeline = new SlotTimeline();
    timeline.reserve(0, 10);
    timeline.reserve(20, 30);
    timeline.reserve(5, 25);
    expect(timeline.isFree(0, 30)).toBe(false);
    expect(timeline.findFreeMs(0, 5, 100)).toBe(30);
    expect(timeline.findFreeMs(0, 5, 34)).toBeNull();
    expect(timeline.isFree(30, 40)).toBe(true);
  });
});
