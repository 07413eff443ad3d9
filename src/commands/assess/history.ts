/** `unwind assess history`: each side over time, as a table and as plots of its two angles, or as JSON. */

import { followUp } from "../../app/assess/follow-up.ts";
import { pagePart } from "../../app/assess/result-page.ts";
import { openAssess } from "../../app/open/assessments.ts";
import { openCatalog } from "../../app/open/catalog.ts";
import { openSettings } from "../../app/open/settings.ts";
import type { Shell } from "../../app/shell-environment.ts";
import { resultsOf, sideInShort } from "../../assess/findings.ts";
import type { Assessment } from "../../assess/kept.ts";
import { dateOf } from "../../assess/result-text.ts";
import type { ThomasTable } from "../../assess/table-schema.ts";
import { SIDES, type Side } from "../../assess/types.ts";
import { localDay, parseMoment } from "../../calendar.ts";
import type { AnglePoint } from "../../output/angle-plot.ts";
import { pageText } from "../../output/page.ts";
import { styleFor } from "../../output/style.ts";
import { type Column, table } from "../../output/table.ts";
import { measureFor, wrap } from "../../output/width.ts";

/** Lines of a plot without its axis. */
const PLOT_ROWS = 9;
const WIDEST = 100;
const UNMEASURED = "Degrees that were not measured are drawn as 10 above, 0 or 10 below level, and as 75, 90 or 115.";

/** Prints every test that was kept, the latest last in the pictures and first in the table and the JSON. */
export async function assessHistory({ json }: { readonly json?: true }, shell: Shell): Promise<void> {
  const settings = openSettings(shell);
  const open = openAssess(shell, settings);
  const all = [...open.store.assessments()];
  if (json) {
    shell.write(`${JSON.stringify(all.map(assessmentJson), null, 2)}\n`);
    return;
  }
  if (all.length === 0) {
    shell.error("no test yet; begin one with: unwind assess");
    return;
  }
  const room = Math.max(20, Math.min(shell.columns, WIDEST));
  const style = await styleFor(shell.colour);
  const measure = await measureFor([UNMEASURED, ...PLOTS.map(({ title }) => title)]);
  const wrapped = (text: string) => wrap(text, room, measure);
  const lines = [...(await table(COLUMNS, rowsOf(all, open.thomas), room, style))];
  const { anglePlot } = await import("../../output/angle-plot.ts");
  for (const { field, title, range } of PLOTS) {
    for (const side of SIDES) {
      const points = pointsOf(all, side, field);
      if (points.length === 0) continue;
      lines.push("", ...wrapped(`${side === "left" ? "Left" : "Right"}: ${title}`).map(style.heading));
      lines.push(...anglePlot(points, { columns: room - 2, rows: PLOT_ROWS, ...range }).map((line) => `  ${line}`));
    }
  }
  lines.push("", ...wrapped(UNMEASURED).map(style.faint));
  shell.write(`${lines.join("\n")}\n`);
  const follows = followUp(open, settings, await openCatalog(shell), shell)(null);
  if (follows.length > 0) shell.write(await pageText(follows.map(pagePart), shell.columns, style));
}

function assessmentJson({ id, at, utcOffsetMinutes, test, sides, findings }: Assessment) {
  return { id, at, utcOffsetMinutes, test, sides, findings };
}

const COLUMNS: readonly Column[] = [
  { title: "date" },
  { title: "side" },
  { title: "thigh", least: 11 },
  { title: "kneecap" },
  { title: "knee" },
  { title: "pain" },
  { title: "finding", least: 14 },
];

/** A row for each side of each test, the latest test first. */
function rowsOf(all: readonly Assessment[], thomas: ThomasTable): string[][] {
  return all.flatMap((assessment) => {
    const results = resultsOf(thomas, assessment.sides);
    const tested = SIDES.filter((side) => results[side].verdict !== "untested");
    return tested.map((side, index) => {
      const { thigh, rotation, knee, pain, thighDegrees, kneeDegrees } = assessment.sides[side];
      const word = (id: keyof ThomasTable["questions"], value: string | null) =>
        thomas.questions[id].answers.find((answer) => answer.value === value)?.short ?? "–";
      const degrees = (value: number | null) => (value === null ? "" : ` (${value}°)`);
      return [
        index === 0 ? dateOf(assessment) : "",
        side,
        word("thigh", thigh) + degrees(thighDegrees),
        word("rotation", rotation),
        word("knee", knee) + degrees(kneeDegrees),
        word("pain", pain),
        sideInShort(thomas, results[side]),
      ];
    });
  });
}

/** What is drawn of an answer without degrees. */
const NOMINAL = {
  thigh: { above: 10, parallel: 0, below: -10 },
  knee: { bent: 75, square: 90, straight: 115 },
} as const;

const PLOTS = [
  {
    field: "thigh",
    title: "thigh against level (lower is longer; about -10° is best)",
    range: { from: -20, to: 20, ticks: [-10, 0, 10] },
  },
  {
    field: "knee",
    title: "angle between thigh and shin (90° is a right angle; more is a straighter knee)",
    range: { from: 60, to: 130, ticks: [70, 90, 110] },
  },
] as const;

function pointsOf(all: readonly Assessment[], side: Side, field: "thigh" | "knee"): AnglePoint[] {
  return all.toReversed().flatMap(({ at, utcOffsetMinutes, sides }) => {
    const answers = sides[side];
    const measured = field === "thigh" ? answers.thighDegrees : answers.kneeDegrees;
    const seen =
      field === "thigh" ? answers.thigh && NOMINAL.thigh[answers.thigh] : answers.knee && NOMINAL.knee[answers.knee];
    const degrees = measured ?? seen;
    return degrees === null ? [] : [{ day: localDay(parseMoment(at) ?? 0, utcOffsetMinutes), degrees }];
  });
}
