/**
 * Sessions as activities for sports sites: Garmin's Training Center XML, which Garmin Connect, Strava and others import.
 *
 * Not FIT: the licence of Garmin's FIT SDK does not let anyone redistribute it, or works based on it, under terms like
 * the MIT licence. TCX is a published XML schema. It has no sets: each set is a lap named in its notes, each rest a
 * resting lap.
 */
import XMLBuilder from "fast-xml-builder";
import { formatTimestamp, parseTimestamp } from "../../calendar.ts";
import { describeSessionResult } from "../describe-session.ts";
import type { SessionFile, StoredStep } from "../session-format.ts";

export const TCX_HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2 http://www.garmin.com/xmlschemas/TrainingCenterDatabasev2.xsd">
  <Activities>
`;
export const TCX_TAIL = `  </Activities>
</TrainingCenterDatabase>
`;

const xmlBuilder = new XMLBuilder({ ignoreAttributes: false, format: true, indentBy: "  ", suppressEmptyNode: true });

/** One session as an activity; empty if it has no laps, which the schema does not allow. */
export function formatTcxActivity(session: SessionFile): string {
  const laps = buildLaps(session);
  if (laps.length === 0) return "";
  const notes = [session.title, ...describeSessionResult(session)].join("\n");
  const activity = { "@_Sport": "Other", Id: session.startedAt, Lap: laps, Notes: notes };
  const text: string = xmlBuilder.build({ Activity: activity });
  return text.replace(/^(?=<|\s+<)/gm, "    ");
}

/** Steps laid end to end from the start of the session, with pauses inserted where they occurred. */
function buildLaps(session: SessionFile) {
  const startMs = parseTimestamp(session.startedAt) ?? 0;
  const pauses = [...session.pauses].sort((a, b) => a.at - b.at);
  let atSeconds = 0;
  let pausedSeconds = 0;
  const laps: object[] = [];
  for (const step of session.steps) {
    while ((pauses[0]?.at ?? Number.POSITIVE_INFINITY) <= atSeconds) pausedSeconds += pauses.shift()?.seconds ?? 0;
    const from = startMs + (atSeconds + pausedSeconds) * 1000;
    atSeconds += step.actualSeconds;
    if (step.actualSeconds > 0) laps.push(buildLap(step, from, session));
  }
  return laps;
}

function buildLap(step: StoredStep, startMs: number, session: SessionFile): object {
  const start = formatTimestamp(Math.round(startMs));
  return {
    "@_StartTime": start,
    TotalTimeSeconds: step.actualSeconds,
    DistanceMeters: 0,
    Calories: 0,
    Intensity: step.kind === "set" ? "Active" : "Resting",
    TriggerMethod: "Manual",
    Track: {
      Trackpoint: [{ Time: start }, { Time: formatTimestamp(Math.round(startMs + step.actualSeconds * 1000)) }],
    },
    Notes: describeLap(step, session),
  };
}

function describeLap(step: StoredStep, session: SessionFile): string {
  const name = session.blocks[step.block]?.name ?? step.exercise;
  if (step.kind !== "set") return `${step.kind}: ${name}`;
  const parts = [name, ...(step.side ? [step.side] : []), `set ${step.set.index} of ${step.set.of}`];
  if (step.round && step.round.of !== 1) {
    parts.push(`round ${step.round.index}${step.round.of === null ? "" : ` of ${step.round.of}`}`);
  }
  if (step.load) parts.push(step.load);
  if (step.plannedReps > 1) parts.push(`${step.reps} of ${step.plannedReps} repetitions`);
  if (step.how !== "completed") parts.push(step.how);
  return parts.join(", ");
}
