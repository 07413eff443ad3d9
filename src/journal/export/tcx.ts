/**
 * Sessions as activities for sports sites: Garmin's Training Center XML, which Garmin Connect, Strava and others import.
 *
 * Not FIT: the licence of Garmin's FIT kit lets nobody pass it or what is made of it on under terms such as the MIT
 * licence. TCX is a published XML schema. It knows no sets: each is a lap, named in its notes; rests are laps at rest.
 */
import XMLBuilder from "fast-xml-builder";
import { formatTimestamp, parseTimestamp } from "../../calendar.ts";
import type { SessionFile } from "../session-format.ts";
import type { StoredStep } from "../stored-step.ts";
import { describeSessionResult } from "./describe-session.ts";

const TCX_HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2 http://www.garmin.com/xmlschemas/TrainingCenterDatabasev2.xsd">
  <Activities>
`;
const TCX_TAIL = `  </Activities>
</TrainingCenterDatabase>
`;

export const tcxHead = (): string => TCX_HEAD;
export const tcxTail = (): string => TCX_TAIL;

const xmlBuilder = new XMLBuilder({ ignoreAttributes: false, format: true, indentBy: "  ", suppressEmptyNode: true });

/** One session as an activity; empty when it has no lap, which the schema does not allow. */
export function formatTcxActivity(session: SessionFile): string {
  const laps = buildLaps(session);
  if (laps.length === 0) return "";
  const notes = [session.title, ...describeSessionResult(session)].join("\n");
  const activity = { "@_Sport": "Other", Id: session.startedAt, Lap: laps, Notes: notes };
  const text: string = xmlBuilder.build({ Activity: activity });
  return text.replace(/^(?=<|\s+<)/gm, "    ");
}

/** Steps one after the other from the session's start, with pauses where they were. */
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
  if (step.plannedReps > 1) parts.push(`${step.reps} of ${step.plannedReps} repetitions`);
  if (step.how !== "completed") parts.push(step.how);
  return parts.join(", ");
}
