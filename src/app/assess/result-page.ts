/** The parts of a result as parts of a printed page. */
import type { ResultPart } from "../../assess/result-text.ts";
import type { Part } from "../../output/page.ts";

export function pagePart({ kind, text }: ResultPart): Part {
  switch (kind) {
    case "heading":
    case "text":
    case "small":
      return { type: kind, text };
    case "item":
      return { type: "item", mark: "-", text };
    case "alert":
      return { type: "text", text };
  }
}
