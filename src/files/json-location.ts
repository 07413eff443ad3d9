/** Line and column of a value in a JSON text. Loaded only when one is wrong: the parser that knows places is slow to start. */
import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { quoteText } from "../text/safe-text.ts";
import { positionAt, type TextPosition } from "./json-text.ts";

/** Where in an object or list, from the outside in: `["dose", "sets"]`, `["steps", 2]`. */
export type JsonPath = readonly (string | number)[];

/** People may write comments and leave a comma behind the last entry. */
const JSON_OF_PEOPLE = { disallowComments: false, allowTrailingComma: true, allowEmptyContent: false };

/** A text whose places can be asked for. It must be JSON. */
export class JsonLocator {
  readonly #text: string;
  readonly #root: Node | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#root = parseTree(text, [], JSON_OF_PEOPLE);
  }

  /** Where the value at a path begins (or, for `key`, its name); for one that is not there, what ought to hold it. */
  positionOf(path: JsonPath, what: "value" | "key" = "value"): TextPosition {
    for (let length = path.length; length >= 0 && this.#root; length -= 1) {
      const node = findNodeAtLocation(this.#root, path.slice(0, length));
      if (!node) continue;
      const key = what === "key" && length === path.length ? node.parent?.children?.[0] : undefined;
      return positionAt(this.#text, (key ?? node).offset);
    }
    return { line: 1, column: 1 };
  }

  /** Names that stand twice in one object: JSON would silently keep the last. */
  findDuplicateNames(): readonly { readonly path: JsonPath; readonly position: TextPosition }[] {
    const found: { path: JsonPath; position: TextPosition }[] = [];
    const walk = (node: Node, path: JsonPath): void => {
      const seen = new Set<string>();
      for (const [index, child] of (node.children ?? []).entries()) {
        if (node.type !== "object") {
          walk(child, [...path, index]);
          continue;
        }
        const [key, value] = child.children ?? [];
        if (!key) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push({ path: [...path, name], position: positionAt(this.#text, key.offset) });
        seen.add(name);
        if (value) walk(value, [...path, name]);
      }
    };
    if (this.#root) walk(this.#root, []);
    return found;
  }
}

/** `dose.sets`, `steps[2]`, `["odd name"]`: a path as people write it. */
export function formatJsonPath(path: JsonPath): string {
  let text = "";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else if (/^[\w$-]+$/.test(part)) text += text === "" ? part : `.${part}`;
    else text += `[${quoteText(part)}]`;
  }
  return text;
}
