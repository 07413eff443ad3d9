/**
 * Sessions as activities for sports sites: Garmin's Training Center XML, which Garmin Connect, Strava and others import.
 *
 * Not FIT: the licence of Garmin's FIT kit lets nobody pass it or what is made of it on under terms such as the MIT
 * licence. TCX is a published XML schema. It knows no sets: each is a lap, named in its notes; rests are laps at rest.
 */
import XMLBuilder from "fast-xml-builder";
import { momentText, parseMoment } from "../../calendar.ts";
import type { SessionFile } from "../format.ts";
import type { KeptStep } from "../kept-step.ts";
import { toldLines } from "./told.ts";

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2 http://www.garmin.com/xmlschemas/TrainingCenterDatabasev2.xsd">
  <Activities>
`;
const TAIL = `  </Activities>
</TrainingCenterDatabase>
`;

export const tcxHead = (): string => HEAD;
export const tcxTail = (): string => TAIL;

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, indentBy: "  ", suppressEmptyNode: true });

/** One session as an activity; empty when it has no lap, which the schema does not allow. */
export function tcxActivity(session: SessionFile): string {
  const laps = lapsOf(session);
  if (laps.length === 0) return "";
  const notes = [session.title, ...toldLines(session)].join("\n");
  const activity = { "@_Sport": "Other", Id: session.startedAt, Lap: laps, Notes: notes };
  const text: string = builder.build({ Activity: activity });
  return text.replace(/^(?=<|\s+<)/gm, "    ");
}

/** Steps one after the other from the session's start, with pauses where they were. */
function lapsOf(session: SessionFile) {
  const startMs = parseMoment(session.startedAt) ?? 0;
  const pauses = [...session.pauses].sort((a, b) => a.at - b.at);
  let atSeconds = 0;
  let pausedSeconds = 0;
  const laps: object[] = [];
  for (const step of session.steps) {
    while ((pauses[0]?.at ?? Number.POSITIVE_INFINITY) <= atSeconds) pausedSeconds += pauses.shift()?.seconds ?? 0;
    const from = startMs + (atSeconds + pausedSeconds) * 1000;
    atSeconds += step.actualSeconds;
    if (step.actualSeconds > 0) laps.push(lapOf(step, from, session));
  }
  return laps;
}

function lapOf(step: KeptStep, startMs: number, session: SessionFile): object {
  const start = momentText(Math.round(startMs));
  return {
    "@_StartTime": start,
    TotalTimeSeconds: step.actualSeconds,
    DistanceMeters: 0,
    Calories: 0,
    Intensity: step.kind === "set" ? "Active" : "Resting",
    TriggerMethod: "Manual",
    Track: { Trackpoint: [{ Time: start }, { Time: momentText(Math.round(startMs + step.actualSeconds * 1000)) }] },
    Notes: notesOf(step, session),
  };
}

function notesOf(step: KeptStep, session: SessionFile): string {
  const name = session.blocks[step.block]?.name ?? step.exercise;
  if (step.kind !== "set") return `${step.kind}: ${name}`;
  const parts = [name, ...(step.side ? [step.side] : []), `set ${step.set.index} of ${step.set.of}`];
  if (step.plannedReps > 1) parts.push(`${step.reps} of ${step.plannedReps} repetitions`);
  if (step.how !== "completed") parts.push(step.how);
  return parts.join(", ");
}
