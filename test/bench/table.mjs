/** The rows of a benchmark as a table for the terminal or for README.md, each beside the bar that it has to keep. */

/** @typedef {{ name: string, value: number, shown: string, note?: string, bar?: [number, number?] }} Row */

/** @param {Row[]} rows */
export function textTable(rows, machine) {
  const wide = Math.max(...rows.map((row) => row.name.length));
  const lines = rows.map((row) => {
    const verdict = row.bar ? `  ${keeps(row)}` : "";
    return `${row.name.padEnd(wide)}  ${row.shown.padStart(18)}  ${(row.note ?? "").padEnd(10)}${verdict}`.trimEnd();
  });
  return `${machine}\n\n${lines.join("\n")}`;
}

/** @param {Row[]} rows */
export function markdownTable(rows, machine) {
  const lines = rows.map((row) => `| ${row.name} | ${row.shown}${row.note ? ` (${row.note})` : ""} | ${limit(row)} |`);
  return `${machine}:\n\n| what | measured | at most |\n| --- | --- | --- |\n${lines.join("\n")}`;
}

function keeps({ value, bar: [most, aim] }) {
  if (value > most) return `over ${most}`;
  return aim !== undefined && value > aim ? `within ${most}, aim ${aim}` : `within ${aim ?? most}`;
}

const limit = ({ bar }) => (bar ? String(bar[0]) : "");
