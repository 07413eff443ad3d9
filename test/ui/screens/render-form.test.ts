/** What a form shows below its pages, and the help over them. */
import { describe, expect, test } from "vitest";
import {
  type Form,
  type FormPage,
  type FormState,
  INITIAL_FORM_STATE,
  type InfoElement,
} from "../../../src/ui/form.ts";
import { plainText } from "../../../src/ui/layout/line.ts";
import type { TerminalSize } from "../../../src/ui/layout/slots.ts";
import { renderForm } from "../../../src/ui/screens/render-form.ts";

const head = { title: "Test", aside: "" };
const text = {
  kind: "text",
  text: "Lie on your back at the edge of a firm table and let one leg hang.",
} satisfies InfoElement;
const read = {
  ...head,
  type: "read",
  id: "intro",
  elements: [text, text, text, text],
  enterHint: "begins",
} satisfies FormPage;
const asked = { ...head, text: "How far?", short: "Far?", help: ["From the table up."] };
const pages = {
  read,
  end: { ...read, id: "end", final: true },
  choice: { ...asked, type: "choice", id: "far", choices: [{ value: "a", label: "Far", short: "far" }] },
  number: { ...asked, type: "number", id: "degrees", check: () => null },
} satisfies Record<string, FormPage>;

function screen(page: FormPage, size: TerminalSize, state: Partial<FormState> = {}): string[] {
  const form: Form = { pages: () => [page] };
  return renderForm(form, { ...INITIAL_FORM_STATE, ...state }, size).map(plainText);
}

describe("a page to read", () => {
  test("says that it scrolls where it does, also in a narrow terminal, and only there", () => {
    expect(screen(read, { columns: 80, rows: 24 }).at(-1)?.trim()).toBe("enter begins   q leaves");
    expect(screen(read, { columns: 80, rows: 8 }).at(-1)).toMatch(/^ *enter begins {3}↑ ↓ scroll {3}q leaves +↓ *$/);
    expect(screen(read, { columns: 40, rows: 12 }).at(-1)).toMatch(/^ *enter begins {3}↑ ↓ {3}q leaves +↓ *$/);
  });
});

describe("help", () => {
  const help = (page: FormPage) => screen(page, { columns: 80, rows: 30 }, { overlay: "help" }).join("\n");

  test("over a choice tells of its answers", () => {
    expect(help(pages.choice)).toMatch(/1 2 3 +give the answer(.|\n)*the answer before(.|\n)*the answer after/);
    expect(help(pages.choice)).toContain("From the table up.");
  });

  test.each(["number", "read", "end"] as const)("over the page %s tells of no answers to choose from", (name) => {
    expect(help(pages[name])).not.toMatch(/1 2 3|the answer/);
    expect(help(pages[name])).toMatch(/enter +(take this figure and )?go on/);
  });

  test("says that an answer is lost by leaving, but not at the end, where everything is kept", () => {
    expect(help(pages.number)).toMatch(/q +leave; asks once, and keeps nothing/);
    expect(help(pages.end)).toMatch(/q +leave; everything is kept/);
    expect(help(pages.end)).not.toContain("back to the page");
  });
});
