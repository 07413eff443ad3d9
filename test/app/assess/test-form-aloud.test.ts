/** The led Thomas test without a hand free: what is said aloud, and the page that goes on by itself. */
import { describe, expect, test } from "vitest";
import { createAssessForm } from "../../../src/app/assess/test-form.ts";
import type { Exercise } from "../../../src/catalog/exercise-types.ts";
import { loadCatalog } from "../../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../../src/paths.ts";
import type { FormPage } from "../../../src/ui/form.ts";
import { TABLE } from "../../assess/answers-of.ts";
import { SimulatedClock } from "../../support/simulated-clock.ts";

const { exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });
const exercise = exercises.get("thomas-test") as Exercise;

test("every page of a side is said aloud when it is reached, with its answers by their numbers; the result by its heads", () => {
  const said: string[] = [];
  const form = createAssessForm({
    table: TABLE,
    exercise,
    firstSide: "left",
    onComplete: () => [
      { kind: "heading", text: "Left side: passes" },
      { kind: "text", text: "Long words." },
      { kind: "alert", text: "See a doctor." },
    ],
    say: (text) => said.push(text),
  });
  const pages = form.pages({ "left.pain": "no" }).filter(({ id }) => id.startsWith("left."));
  for (const page of pages.slice(0, 4)) form.onPageReached?.(page, {});
  form.onPageReached?.(form.pages({}).at(-1) as FormPage, {});
  expect(said[0]).toMatch(
    /^Sit on the very edge[^.]*\. Hug your right knee, lie back, left leg hangs\. Hug the knee until/,
  );
  expect(said[2]).toBe("Is your lower back flat on the table? 1: flat. 2: arched.");
  expect(said[3]).toMatch(/thigh.*rest\? 1: above level\. 2: level\. 3: below level\.$/);
  expect(said.at(-1)).toBe("Left side: passes. See a doctor.");
});

test("whether to go on with the other side is asked aloud, and a page without words silences what was said before", () => {
  const said: string[] = [];
  const form = createAssessForm({
    table: TABLE,
    exercise,
    firstSide: "left",
    onComplete: () => [],
    say: (text) => said.push(text),
  });
  const pages = form.pages({ "left.pain": "hip" });
  for (const id of ["before", "right.go-on"])
    form.onPageReached?.(pages.find((page) => page.id === id) as FormPage, {});
  expect(said[0]).toBe("");
  expect(said[1]).toMatch(/right.*\? 1: No.*\. 2: Yes.*\.$/);
});

describe("the page of the position", () => {
  const { afterSeconds, sayAt } = TABLE.advance;
  const countedDown = () => {
    const clock = new SimulatedClock();
    const said: string[] = [];
    const wentOnFrom: string[] = [];
    const form = createAssessForm({
      table: TABLE,
      exercise,
      firstSide: "left",
      onComplete: () => [],
      say: (text) => said.push(text),
      clock,
    });
    let drawn = 0;
    const leave = form.onShown?.({
      goOnFrom: (pageId) => wentOnFrom.push(pageId),
      redraw: () => {
        drawn += 1;
      },
    });
    const pages = form.pages({ "left.pain": "hip", "right.go-on": "yes" });
    const reach = (id: string) => form.onPageReached?.(pages.find((page) => page.id === id) as FormPage, {});
    const shown = () => JSON.stringify(form.pages({}).find(({ id }) => id === "left.position"));
    return { clock, said, wentOnFrom, leave, reach, shown, drawn: () => drawn };
  };

  test.each(["left.position", "right.position"])("%s goes on by itself after a spoken countdown", (id) => {
    const { clock, said, wentOnFrom, reach } = countedDown();
    reach(id);
    clock.advance(afterSeconds * 1000 - 1);
    expect(wentOnFrom).toEqual([]);
    expect(said.slice(1)).toEqual(sayAt.map(({ text }) => text));
    clock.advance(1);
    expect(wentOnFrom).toEqual([id]);
  });

  test("shows how many seconds are left, drawn again each second", () => {
    const { clock, reach, shown, drawn } = countedDown();
    reach("left.position");
    expect(shown()).toContain(`in ${afterSeconds} s`);
    clock.advance(20_000);
    expect(shown()).toContain(`in ${afterSeconds - 20} s`);
    expect(drawn()).toBe(20);
    reach("left.pain");
    reach("left.position");
    expect(shown()).toContain(`in ${afterSeconds} s`);
  });

  test("goes on as soon as it can where help or a question covers it at the end", () => {
    const { clock, wentOnFrom, reach } = countedDown();
    reach("left.position");
    clock.advance(afterSeconds * 1000 + 2000);
    expect(wentOnFrom).toEqual(["left.position", "left.position", "left.position"]);
  });

  test("is left at once by Enter, and counts no further then", () => {
    const { clock, said, wentOnFrom, reach } = countedDown();
    reach("left.position");
    clock.advance(1000);
    reach("left.pain");
    const saidByThen = said.length;
    clock.advance(afterSeconds * 1000);
    expect([said.length, wentOnFrom]).toEqual([saidByThen, []]);
  });

  test("counts no further when the test is left", () => {
    const { clock, said, wentOnFrom, reach, leave } = countedDown();
    reach("left.position");
    leave?.();
    clock.advance(afterSeconds * 1000);
    expect([said.length, wentOnFrom]).toEqual([1, []]);
  });

  test("gives no answer away while it counts", () => {
    const shorts = Object.values(TABLE.questions).flatMap(({ answers: all }) => all.map(({ short }) => short));
    for (const { text } of sayAt) {
      const spoken = text
        .toLowerCase()
        .match(/[a-z]+/g)
        ?.join(" ");
      for (const short of shorts.filter((word) => word.length > 3)) expect(` ${spoken} `).not.toContain(` ${short} `);
    }
  });
});
