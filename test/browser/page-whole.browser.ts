/** That no line of the page is ever cut in half or stands on another, however large or small its window is. */
import { expect, test } from "vitest";
import { openPage } from "./support/led-session.ts";
import { giveBrowser } from "./support/page-session.ts";

const { led, browser } = giveBrowser();

const WIDTHS = [184, 240, 300, 301, 311, 320, 360, 390, 421, 480, 568, 667, 768, 844, 1024, 1366, 1920];
const HEIGHTS = [200, 300, 420, 421, 422, 480, 500, 561, 568, 640, 700, 844, 1080];

/** Runs in the page: the lines of text that are cut by a box that hides what overflows, and those that overlap. */
function findBrokenLines(): readonly string[] {
  const broken = new Set<string>();
  const lines: { name: string; box: DOMRect; rim: number }[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement as HTMLElement;
    if (texts.currentNode.textContent?.trim() === "" || parent.closest(".unseen") || !parent.checkVisibility())
      continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const name = parent.id || parent.textContent || "";
    let [left, top, right, bottom] = [0, 0, innerWidth, innerHeight];
    for (let box: HTMLElement | null = parent; box; box = box.parentElement) {
      if (getComputedStyle(box).overflowY === "visible") continue;
      const edge = box.getBoundingClientRect();
      [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
      [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    for (const box of range.getClientRects()) {
      // The letters are less high than the box of their line.
      const rim = Math.max(0, (box.height - Number.parseFloat(getComputedStyle(parent).fontSize)) / 2) + 1;
      lines.push({ name, box, rim });
      const isInside = box.left >= left - 1 && box.right <= right + 1;
      if (!isInside || box.top + rim < top - 1 || box.bottom - rim > bottom + 1) broken.add(`${name} is cut`);
    }
  }
  // A note stands over the line of what comes next for a moment.
  const over = (one: string, other: string) => one !== other && ![one, other].includes("note");
  for (const { name, box, rim } of lines) {
    for (const { name: other, box: second, rim: secondRim } of lines) {
      const isBeside = box.right - 1 <= second.left || second.right - 1 <= box.left;
      const isApart = box.bottom - rim <= second.top + secondRim || second.bottom - secondRim <= box.top + rim;
      if (over(name, other) && !isBeside && !isApart) broken.add(`${name} stands on ${other}`);
    }
  }
  return [...broken];
}

test.each([
  ["a hold of a side", ["kneeling-lunge", "--prepare", "0", "--hold", "400s"]],
  ["a preparation with much to read", ["foam-roll-adductors-sartorius", "--prepare", "300"]],
  ["repetitions without a figure, in rounds with a cap", ["3x(12 squat @20kg, 10 push-up) cap 20m", "--prepare", "0"]],
])("%s is seen whole in windows of every size", async (_, [workout = "", ...flags]) => {
  const session = await led(workout, ...flags);
  const page = await openPage(browser(), session.drive);
  await page.waitForTimeout(500);
  const broken: Record<string, readonly string[]> = {};
  for (const width of WIDTHS) {
    for (const height of HEIGHTS) {
      await page.setViewportSize({ width, height });
      const found = await page.evaluate(findBrokenLines);
      if (found.length > 0) broken[`${width}x${height}`] = found;
    }
  }
  expect(broken).toEqual({});
});
