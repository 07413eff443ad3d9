/** `unwind assess history`: each side over time, as a table and as plots of its two angles, or as JSON. */
import { createFollowUp, toPagePart } from "../../app/assess/follow-up.ts";
import { openAssessContext } from "../../app/open/assessments.ts";
import { openCatalog } from "../../app/open/catalog.ts";
import { openSettings } from "../../app/open/settings.ts";
import { writeJson, writePage } from "../../app/print.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import { loadStyle } from "../../app/style.ts";
import { formatLocalDate } from "../../assess/describe-result.ts";
import { evaluateSides, summariseSide } from "../../assess/evaluate.ts";
import { MEASUREMENT_ERROR_DEGREES } from "../../assess/measure.ts";
import type { Assessment } from "../../assess/stored-record.ts";
import type { ThomasTable } from "../../assess/thomas-table.ts";
import { SIDES } from "../../assess/types.ts";
import { localDayOf, toLocalDay } from "../../calendar.ts";
import { utcOffsetMinutes } from "../../clock.ts";
import type { AnglePoint } from "../../output/angle-plot.ts";
import { type Column, renderTable } from "../../output/table.ts";
import { loadTextMeasure, wrapText } from "../../output/text-width.ts";
import type { Side } from "../../terms.ts";

/** Height of a plot without its axis, in lines. */
const PLOT_ROWS = 9;
const MAX_PLOT_COLUMNS = 100;
const UNMEASURED_NOTE =
  `The line through a point is the measurement error: a change of ${MEASUREMENT_ERROR_DEGREES} degrees or less is no change ` +
  "(Peeler & Anderson 2008). " +
  "Degrees that were not measured are drawn as 10 above, 0 or 10 below level, and as 75, 90 or 115.";

/** Prints every stored test: oldest first in the plots, newest first in the table and the JSON. */
export async function printAssessHistory({ json }: { readonly json?: true }, shell: ShellEnvironment): Promise<void> {
  const settings = openSettings(shell);
  const open = openAssessContext(shell, settings);
  const all = [...open.store.assessments()];
  if (json) return writeJson(shell, all.map(toAssessmentJson));
  if (all.length === 0) {
    shell.error("no test yet; to start one: unwind assess");
    return;
  }
  const room = Math.max(20, Math.min(shell.columns, MAX_PLOT_COLUMNS));
  const style = await loadStyle(shell);
  const measure = await loadTextMeasure([UNMEASURED_NOTE, ...PLOTS.map(({ title }) => title)]);
  const wrapped = (text: string) => wrapText(text, room, measure);
  const lines = [...(await renderTable(TEST_COLUMNS, buildRows(all, open.thomas, open.nowEpochMs), room, style))];
  const { renderAnglePlot } = await import("../../output/angle-plot.ts");
  const today = toLocalDay(open.nowEpochMs, utcOffsetMinutes(open.nowEpochMs));
  for (const { field, title, range } of PLOTS) {
    for (const side of SIDES) {
      const points = buildPoints(all, side, field);
      if (points.length === 0) continue;
      lines.push("", ...wrapped(`${side === "left" ? "Left" : "Right"}: ${title}`).map(style.heading));
      lines.push(
        ...renderAnglePlot(
          points,
          {
            columns: room - 2,
            rows: PLOT_ROWS,
            ...range,
            errorDegrees: MEASUREMENT_ERROR_DEGREES,
            today,
          },
          style,
        ).map((line) => `  ${line}`),
      );
    }
  }
  lines.push("", ...wrapped(UNMEASURED_NOTE).map(style.faint));
  shell.write(`${lines.join("\n")}\n`);
  const followUp = createFollowUp(open, settings, await openCatalog(shell), shell)(null);
  await writePage(shell, followUp.map(toPagePart));
}

function toAssessmentJson({ id, at, utcOffsetMinutes, test, sides, findings }: Assessment) {
  return { id, at, utcOffsetMinutes, test, sides, findings };
}

const TEST_COLUMNS: readonly Column[] = [
  { title: "date" },
  { title: "side" },
  { title: "thigh", minWidth: 11 },
  { title: "kneecap" },
  { title: "knee" },
  { title: "pain" },
  { title: "finding", minWidth: 14 },
];

/** One row per side of each test, newest test first. */
function buildRows(all: readonly Assessment[], thomas: ThomasTable, nowEpochMs: number): string[][] {
  return all.flatMap((assessment) => {
    const results = evaluateSides(thomas, assessment.sides);
    const tested = SIDES.filter((side) => results[side].verdict !== "untested");
    return tested.map((side, index) => {
      const { thigh, rotation, knee, pain, thighDegrees, kneeDegrees } = assessment.sides[side];
      const answerText = (id: keyof ThomasTable["questions"], value: string | null) =>
        thomas.questions[id].answers.find((answer) => answer.value === value)?.short ?? "–";
      const degrees = (value: number | null) => (value === null ? "" : ` (${value}°)`);
      return [
        index === 0 ? formatLocalDate(assessment, nowEpochMs) : "",
        side,
        answerText("thigh", thigh) + degrees(thighDegrees),
        answerText("rotation", rotation),
        answerText("knee", knee) + degrees(kneeDegrees),
        answerText("pain", pain),
        summariseSide(thomas, results[side]),
      ];
    });
  });
}

/** The angle drawn for an answer without degrees. */
const NOMINAL_DEGREES = {
  thigh: { above: 10, parallel: 0, below: -10 },
  knee: { bent: 75, square: 90, straight: 115 },
} as const;

const PLOTS = [
  {
    field: "thigh",
    title: "thigh against level (lower is longer; about -10° is best)",
    range: { from: -20, to: 20 },
  },
  {
    field: "knee",
    title: "angle between thigh and shin (90° is a right angle; more is a straighter knee)",
    range: { from: 60, to: 130 },
  },
] as const;

function buildPoints(all: readonly Assessment[], side: Side, field: "thigh" | "knee"): AnglePoint[] {
  return all.toReversed().flatMap(({ at, utcOffsetMinutes, sides }) => {
    const answers = sides[side];
    const measured = field === "thigh" ? answers.thighDegrees : answers.kneeDegrees;
    const seen =
      field === "thigh"
        ? answers.thigh && NOMINAL_DEGREES.thigh[answers.thigh]
        : answers.knee && NOMINAL_DEGREES.knee[answers.knee];
    const degrees = measured ?? seen;
    return degrees === null ? [] : [{ day: localDayOf(at, utcOffsetMinutes), degrees }];
  });
}
