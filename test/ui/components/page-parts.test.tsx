/** Each part of a page of text alone: tables, bars, choices, and texts of any characters. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Bar } from "../../../src/ui/components/Bar.tsx";
import { ChoiceList, windowStart } from "../../../src/ui/components/ChoiceList.tsx";
import { BigText } from "../../../src/ui/components/Picture.tsx";
import { Table } from "../../../src/ui/components/Table.tsx";
import { ThemedText } from "../../../src/ui/components/ThemedText.tsx";
import { renderText } from "../support/render.tsx";
import { nastyText } from "../support/text.ts";

test("a table wraps its values beside their labels", () => {
  const table = <Table rows={[["space", "pause or resume the workout"]]} labelColumns={8} />;
  expect(renderText(table, 24)).toBe("|space   pause or resume\n|        the workout");
});

test("a bar is as long as its share, and left out without room", () => {
  const bar = { name: "iliopsoas", nameColumns: 9, value: "4:00", share: 0.5 };
  expect(renderText(<Bar {...bar} barColumns={10} />)).toBe("|iliopsoas  4:00  ▆▆▆▆▆");
  expect(renderText(<Bar {...bar} barColumns={3} />)).toBe("|iliopsoas  4:00");
});

describe("a list of choices", () => {
  const choices = ["One", "Two", "Three", "Four"].map((label, index) => ({ key: String(index + 1), label }));

  test("marks the one that is selected, and shows a window around it", () => {
    expect(renderText(<ChoiceList choices={choices} selectedIndex={2} rows={2} />)).toBe("|  2  Two ↑\n|► 3  Three ↓");
    expect(renderText(<ChoiceList choices={choices} selectedIndex={0} rows={2} />)).toBe("|► 1  One\n|  2  Two ↓");
    expect([0, 1, 3].map((selected) => windowStart(4, selected, 2))).toEqual([0, 0, 2]);
    expect(windowStart(2, 1, 5)).toBe(0);
  });
});

test("a big text is as large as it is told", () => {
  expect(renderText(<BigText text="7/20" scale={1} colour="plain" />).split("\n")).toHaveLength(3);
});

test("no text of a file reaches the terminal with anything that it would act on", () => {
  fc.assert(
    fc.property(nastyText(), (text) => {
      expect(renderText(<ThemedText>{text}</ThemedText>, 30).replaceAll("\n", "")).not.toMatch(
        /[\p{Cc}\u202a-\u202e]/u,
      );
    }),
  );
});

test("a wrapped text leaves no word alone in its last line, unless two have no room in one", () => {
  const text = <ThemedText wrap="wrap">Sit up and answer the questions that follow now.</ThemedText>;
  expect(renderText(text, 44)).toBe("|Sit up and answer the questions that\n|follow now.");
  expect(renderText(text, 80)).toBe("|Sit up and answer the questions that follow now.");
  expect(renderText(text, 10).split("\n").at(-1)).toBe("|now.");
});
