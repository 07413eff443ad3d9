/** JSON for people: what fits in a line stands in one, the rest is indented. */

const MAX_COLUMNS = 100;

/** Formats a value that JSON can hold. Names whose value is undefined are left out, as JSON.stringify does. */
export function formatCompactJson(value: unknown, indent = ""): string {
  const oneLine = formatInline(value);
  if (typeof value !== "object" || value === null || indent.length + oneLine.length <= MAX_COLUMNS) {
    // The outermost object of a file is spread out even if it is short.
    if (indent !== "" || typeof value !== "object" || value === null) return oneLine;
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + formatCompactJson(item, inner)).join(",\n")}\n${indent}]`;
  }
  const entries = definedEntriesOf(value);
  return `{\n${entries.map(([name, item]) => `${inner}${JSON.stringify(name)}: ${formatCompactJson(item, inner)}`).join(",\n")}\n${indent}}`;
}

function formatInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatInline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = definedEntriesOf(value).map(([name, item]) => `${JSON.stringify(name)}: ${formatInline(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function definedEntriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}
