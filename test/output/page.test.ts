/** Pages that are printed: items beside their labels, or below them in a narrow terminal. */
import { expect, test } from "vitest";
import { type PageElement, renderPage } from "../../src/output/page.ts";
import { PLAIN_STYLE } from "../../src/output/style.ts";

const ITEMS: readonly PageElement[] = [
  { type: "item", label: "Characters", text: "all, with Braille (LANG C.UTF-8)" },
  { type: "item", label: "Keys", text: "read one by one" },
];

test("items stand beside their labels, aligned", async () => {
  expect(await renderPage(ITEMS, 40, PLAIN_STYLE)).toMatchInlineSnapshot(`
    "  Characters all, with Braille (LANG
                 C.UTF-8)
      Keys       read one by one
    "
  `);
});

test("in a narrow terminal they stand below them, and no word is broken", async () => {
  expect(await renderPage(ITEMS, 20, PLAIN_STYLE)).toMatchInlineSnapshot(`
    "  Characters
        all, with
        Braille (LANG
        C.UTF-8)
      Keys
        read one by one
    "
  `);
});

test("numbers and bullets keep their text beside them, however narrow it is", async () => {
  const list = [{ type: "item", label: "-", text: "Lie on your back", depth: 3 }] as const;
  expect(await renderPage(list, 20, PLAIN_STYLE)).toBe("        - Lie on\n          your back\n");
});
