/** Line and column of what is wrong in a JSON text. Loaded only when something is: the parser that knows places is slow to start. */
import { findNodeAtLocation, type Node, type ParseError, parse, parseTree, printParseErrorCode } from "jsonc-parser";
import { quoteText } from "../text/safe-text.ts";

export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Where in an object or list, from the outside in: `["dose", "sets"]`, `["steps", 2]`. */
export type JsonPath = readonly (string | number)[];

/** People may write comments and leave a comma behind the last entry. */
const JSON_OF_PEOPLE = { disallowComments: false, allowTrailingComma: true, allowEmptyContent: false };

/** What a text says that has comments or trailing commas; undefined if it is not JSON even so. */
export function parseCommentedJson(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, JSON_OF_PEOPLE);
  return errors.length === 0 ? value : undefined;
}

/** Line and column of a character, both from 1. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The first place at which a text that is not JSON stops being it. */
export function findSyntaxFault(text: string): { readonly offset: number; readonly message: string } {
  const errors: ParseError[] = [];
  parseTree(text, errors, JSON_OF_PEOPLE);
  const first = errors.toSorted((a, b) => a.offset - b.offset)[0];
  if (!first) return { offset: 0, message: "not JSON" };
  const found = text.slice(first.offset, first.offset + Math.max(1, first.length)).trim();
  const expected = SYNTAX_MESSAGES[printParseErrorCode(first.error)] ?? "expected JSON";
  return {
    offset: first.offset,
    message: found === "" ? `not JSON: ${expected}` : `not JSON: ${expected}, found ${quoteText(found)}`,
  };
}

const SYNTAX_MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: "expected a value: text in double quotes, a number, a list or an object",
  InvalidNumberFormat: "expected a number such as 30 or 2.5",
  PropertyNameExpected: "expected a name in double quotes (is there a comma too many before it?)",
  ValueExpected: "expected a value (is there a comma too many before it?)",
  ColonExpected: "expected a colon",
  CommaExpected: "expected a comma",
  CloseBraceExpected: "expected a closing }",
  CloseBracketExpected: "expected a closing ]",
  EndOfFileExpected: "expected nothing more",
  InvalidCommentToken: "expected a comment that begins with // or /*",
  UnexpectedEndOfComment: "expected the end of the comment, */",
  UnexpectedEndOfString: "expected a closing quote",
  UnexpectedEndOfNumber: "expected more of a number",
  InvalidUnicode: "expected \\u with four figures",
  InvalidEscapeCharacter: 'expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u after the backslash',
  InvalidCharacter: "expected no control characters in text",
};

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
