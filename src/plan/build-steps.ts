/** Builds the steps of a plan from the visits of its blocks: what stands in each, and what it is called. */
import { computeSetMs, type Dose, estimateSetMs } from "./dose.ts";
import type { SideSelection, StepDraft } from "./order-steps.ts";
import type { ScheduledLead, ScheduledVisit } from "./place-visits.ts";
import { buildBeats, DEADLINE_MARKS, placeMarks } from "./step-contents.ts";
import { type Deadline, formatRounds, type Step, type StepRound } from "./step-types.ts";

/** What the steps of one draft share, however often it is done. */
type StepContents = Pick<Step, "label" | "reps" | "durationMs" | "stretchable" | "beats" | "marks">;

/** Where a step stands, apart from what it is. */
type StepPlace = Pick<ScheduledLead, "rounds" | "deadlines" | "note" | "atMs">;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The steps in order, each with its index and its time in the plan. */
export function buildStepList(visits: readonly ScheduledVisit[]): Step[] {
  const steps: Step[] = [];
  const contents = new Map<StepDraft, StepContents>();
  const add = (visit: ScheduledVisit, draft: StepDraft, shared: StepContents, place: StepPlace): void => {
    const { dose, setDoses } = visit.steps;
    const setDose = setDoses[draft.set.index - 1] ?? dose;
    const { rounds, note, atMs } = place;
    const index = steps.length;
    // Listed one by one: with a spread, V8 stores each step as a hash table and compiling takes fourteen times as long.
    const step: Writable<Step> = {
      index,
      block: visit.blocks[draft.set.index - 1] ?? 0,
      atMs,
      kind: draft.kind,
      exercise: dose.exercise.id,
      section: dose.section,
      label: rounds && draft.kind === "set" ? formatLabelInRound(draft, dose.exercise.name, rounds) : shared.label,
      side: draft.side,
      set: draft.set,
      reps: shared.reps,
      durationMs: shared.durationMs,
      stretchable: shared.stretchable,
      beats: shared.beats,
      marks: shared.marks,
    };
    if (rounds) step.rounds = rounds;
    if (note) step.note = note;
    if (place.deadlines) step.deadlines = place.deadlines;
    if (draft.kind === "set") {
      const { load, capMs, paceMs } = setDose;
      if (load) step.load = load;
      if (paceMs !== undefined) step.paced = { estimateMs: estimateSetMs(setDose) };
      if (capMs !== undefined && step.durationMs === null) {
        const cap: Deadline = { kind: "cap", anchor: index, afterMs: capMs, next: index + 1, group: null };
        step.deadlines = [cap, ...(place.deadlines ?? [])];
      }
    }
    steps.push(step);
  };
  for (const visit of visits) {
    const { stepDrafts, setDoses, sides, dose } = visit.steps;
    const [first] = stepDrafts;
    if (!first) continue;
    for (const lead of visit.leads) {
      const draft = { ...first, kind: lead.kind, durationMs: lead.durationMs };
      add(visit, draft, buildStepContents(draft, dose, sides, lead.deadlines), lead);
    }
    let { atMs } = visit;
    for (const draft of stepDrafts) {
      const setDose = setDoses[draft.set.index - 1] ?? dose;
      const shared = contents.get(draft) ?? buildStepContents(draft, setDose, sides, visit.deadlines);
      if (visit.rounds) contents.set(draft, shared);
      add(visit, draft, shared, {
        rounds: visit.rounds,
        deadlines: visit.deadlines,
        note: (draft.kind === "set" && setDose.setNote) || null,
        atMs: Math.min(atMs, visit.ceilingMs),
      });
      atMs += shared.durationMs ?? setDose.capMs ?? 0;
    }
  }
  return steps;
}

function buildStepContents(
  draft: StepDraft,
  dose: Dose,
  sides: SideSelection,
  deadlines: readonly Deadline[] | undefined,
): StepContents {
  const isSet = draft.kind === "set";
  const durationMs = isSet ? computeSetMs(dose) : draft.durationMs;
  const strokes = dose.strokes?.length ?? 0;
  const isPaced = dose.paceMs !== undefined;
  return {
    label: formatStepLabel(draft, dose.exercise.name),
    reps: isSet && (dose.strokes || isPaced) ? dose.reps : 0,
    durationMs,
    stretchable: !isSet || (strokes === 1 && dose.reps === 1),
    beats: isSet ? buildBeats(dose, draft.side, sides) : [],
    // A self-paced set that is timed by its estimate has the marks of one timed stroke.
    marks:
      durationMs === null && (deadlines || dose.capMs !== undefined)
        ? DEADLINE_MARKS
        : placeMarks(draft.kind, durationMs, isPaced ? 1 : strokes * dose.reps),
  };
}

/** "Squat, round 2 of 3", "Lunge, left, set 1 of 2, round 2 of 3". */
function formatLabelInRound(draft: StepDraft, name: string, rounds: readonly StepRound[]): string {
  const round = formatRounds(rounds);
  if (round === "") return formatStepLabel(draft, name);
  const set = draft.set.of > 1 ? `set ${draft.set.index} of ${draft.set.of}` : "";
  return [name, draft.side, set, round].filter(Boolean).join(", ");
}

function formatStepLabel(draft: StepDraft, name: string): string {
  const side = draft.side ? `, ${draft.side}` : "";
  switch (draft.kind) {
    case "prepare":
      return `Get ready: ${name}${side}`;
    case "set":
      return `${name}${side}, set ${draft.set.index} of ${draft.set.of}`;
    case "switch":
      return `Switch sides: ${draft.side}`;
    case "rest":
      return "Rest";
  }
}
