/** What the keys of a form do, as its help says it. */
import { describe, expect, test } from "vitest";
import { formKeysFor } from "../../src/ui/form-keys.ts";
import { CHECKS, NUMBER, READ, THIGH } from "./support/form-pages.ts";

describe("the keys of a form", () => {
  const described = (page: Parameters<typeof formKeysFor>[0]) =>
    formKeysFor(page)
      .map(({ label, description }) => `${label}: ${description}`)
      .join("\n");

  test("over a choice tell of its answers, elsewhere of none", () => {
    expect(described(THIGH)).toMatch(/1 2 3: choose the answer(.|\n)*previous answer(.|\n)*next answer/);
    for (const page of [NUMBER, READ]) expect(described(page)).not.toMatch(/1 2 3|next answer/);
  });

  test("over checks tell of the marks, of none, and of the first line", () => {
    expect(described(CHECKS)).toMatch(/1 2 3: mark what applies(.|\n)*n: none(.|\n)*e: the first line/);
    expect(described(CHECKS)).not.toContain("next answer");
    for (const page of [THIGH, NUMBER, READ]) expect(described(page)).not.toContain("mark what applies");
  });

  test("say that answers are lost by quitting, but not at the end, where everything is saved", () => {
    expect(described(NUMBER)).toContain("q: quit without saving; asks first");
    expect(described({ ...READ, final: true })).toContain("q: quit; everything is saved");
    expect(described({ ...READ, final: true })).not.toContain("previous page");
  });
});
