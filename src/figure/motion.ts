/** Which moment of a figure a frame shows: its poses in time with the strokes. A pure function of the frame. */
import type { Phase, Side } from "../terms.ts";
import type { Moment } from "./draw.ts";
import { FIGURE_FRAMES } from "./frames.ts";
import { eased } from "./mix.ts";
import type { BodyFigure, Cycle } from "./types.ts";

/** Seconds in which a body comes into a pose that it then keeps, however long the stroke is. */
const ARRIVAL: Readonly<Partial<Record<Phase, number>>> = {
  "pause-top": 1,
  "pause-bottom": 1,
  contract: 1.5,
  hold: 3,
  stretch: 5,
};

/** While a person gets ready, the poses are shown one after another: seconds in each, and from one to the next. */
const SHOWN = { still: 1.25, moving: 1.25 };

/** What the figure needs to know of the moment that it shows; a frame of the player has all of it. */
export interface Progress {
  readonly kind: "prepare" | "set" | "switch" | "rest";
  readonly phase: string;
  readonly side: Side | null;
  readonly strokes: readonly { readonly phase: Phase }[];
  readonly strokeIndex: number;
  /** Share of the stroke or step that has passed, 0 to 1. */
  readonly fill: number;
  /** Seconds in which `fill` goes from 0 to 1. */
  readonly fillSeconds: number;
}

/** @param still without motion: the pose that counts, as long as it counts. */
export function momentOf(figure: BodyFigure, frame: Progress, still: boolean): Moment {
  const { from, to, share } = still ? stillWay(figure, frame) : way(figure, frame);
  const left = frame.side === "left";
  return {
    from,
    to,
    share: eased(share),
    mirrored: left && !figure.alternating,
    swapped: left && figure.alternating,
    phase: phaseOf(frame),
  };
}

interface Way {
  readonly from: string;
  readonly to: string;
  readonly share: number;
}

function at(pose: string): Way {
  return { from: pose, to: pose, share: 0 };
}

function way(figure: BodyFigure, frame: Progress): Way {
  const phase = phaseOf(frame);
  const seconds = elapsed(frame);
  if (frame.kind === "rest") return at(firstOf(figure));
  if (frame.kind !== "set") return shown(figure.order, seconds);
  const ending = endingOf(figure, frame.phase);
  if (ending === undefined) return at(firstOf(figure));
  if (typeof ending !== "string") return along(ending, seconds);
  if (!phase) return at(ending);
  const arrival = Math.min(ARRIVAL[phase] ?? frame.fillSeconds, frame.fillSeconds);
  const share = arrival <= 0 ? 1 : Math.min(1, seconds / arrival);
  return { from: poseBefore(figure, frame, ending), to: ending, share };
}

/** Seconds of the stroke or step that have passed, in whole frames of the figure. */
function elapsed({ fill, fillSeconds }: Progress): number {
  return Math.round(fill * fillSeconds * FIGURE_FRAMES) / FIGURE_FRAMES;
}

/** To and fro between two poses. */
function along({ between: [a, b], seconds }: Cycle, elapsedSeconds: number): Way {
  const ways = elapsedSeconds / seconds;
  const share = ways - Math.floor(ways);
  return Math.floor(ways) % 2 === 0 ? { from: a, to: b, share } : { from: b, to: a, share };
}

/** From the first pose to the last and back, with a stop at each. */
function shown(order: readonly string[], seconds: number): Way {
  const there = order.length - 1;
  if (there === 0) return at(order[0] ?? "");
  const period = SHOWN.still + SHOWN.moving;
  const stop = Math.floor(seconds / period);
  const into = seconds - stop * period;
  const pose = (index: number) => {
    const turn = index % (2 * there);
    return order[turn <= there ? turn : 2 * there - turn] ?? "";
  };
  const share = Math.max(0, (into - SHOWN.still) / SHOWN.moving);
  return { from: pose(stop), to: pose(stop + 1), share };
}

/** Where the body is when the stroke begins: where the one before ended, or the pose that is listed before this one. */
function poseBefore(figure: BodyFigure, { strokes, strokeIndex }: Progress, ending: string): string {
  if (strokes.length > 1) {
    const before = strokes[(strokeIndex + strokes.length - 1) % strokes.length];
    const pose = before && endingOf(figure, before.phase);
    return typeof pose === "string" ? pose : ending;
  }
  return figure.order[Math.max(0, figure.order.indexOf(ending) - 1)] ?? ending;
}

function stillWay(figure: BodyFigure, frame: Progress): Way {
  const ending = frame.kind === "set" ? endingOf(figure, frame.phase) : goalOf(figure);
  if (ending === undefined) return at(firstOf(figure));
  return at(typeof ending === "string" ? ending : ending.between[0]);
}

/** The pose of the first stroke that has one: what a person gets ready for. */
function goalOf(figure: BodyFigure): string | Cycle | undefined {
  return Object.values(figure.phases)[0];
}

function endingOf(figure: BodyFigure, phase: string): string | Cycle | undefined {
  return phase in figure.phases ? figure.phases[phase as Phase | "open"] : undefined;
}

function firstOf({ order }: BodyFigure): string {
  return order[0] ?? "";
}

/** The stroke that is on; null outside strokes. */
function phaseOf({ kind, strokes, strokeIndex, phase }: Progress): Phase | null {
  if (kind !== "set" || phase === "open" || phase === "finished") return null;
  return strokes[strokeIndex]?.phase ?? (phase as Phase);
}
