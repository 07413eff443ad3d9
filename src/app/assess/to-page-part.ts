/** Converts the paragraphs of a result to elements of a printed page. */
import type { ResultParagraph } from "../../assess/describe-result.ts";
import type { PageElement } from "../../output/page.ts";

export function toPagePart({ kind, text }: ResultParagraph): PageElement {
  switch (kind) {
    case "heading":
    case "text":
    case "small":
      return { type: kind, text };
    case "item":
      return { type: "item", label: "-", text };
    case "alert":
      return { type: "text", text };
  }
}
