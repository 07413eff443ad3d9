/** Where a running session stands, as `unwind ctl status` prints it: a line, a template or JSON. Pure. */
import type { PlayerStatus } from "../player/types.ts";
import type { Session } from "../session/types.ts";
import { formatClock, formatCountdown } from "../text/duration.ts";
import { replaceUnsafeText } from "../text/safe-text.ts";
import { formatCount } from "../text/sentence.ts";

/** A session at one moment; times in whole seconds. Readers should ignore unknown fields: more may be added. */
export interface LiveStatus {
  /** The id that the history will have. */
  readonly id: string;
  /** When it could first be reached, in milliseconds since the epoch. */
  readonly openedAt: number;
  readonly routine: string;
  readonly title: string;
  readonly status: PlayerStatus;
  /** Why it is paused: asked, gap (the machine slept); null while it is not. */
  readonly pauseReason: string | null;
  /** What is done, for machines: a phase of the plan, prepare, rest, switch, open, finished. */
  readonly phase: string;
  /** What is done, in one or two words: "HOLD"; "PAUSED" and "READY" where nothing is. */
  readonly word: string;
  /** The big digits: "0:23"; "10 reps" in a self-paced set. */
  readonly time: string;
  /** The seconds in them; in a step that waits, those that have passed. */
  readonly seconds: number;
  readonly exercise: string;
  readonly exerciseId: string;
  readonly side: "left" | "right" | null;
  /** "Set 2 of 3", "Rep 7 of 20", "Round 1 of 4", "20 kg"; "" where there is none. */
  readonly set: string;
  readonly rep: string;
  readonly round: string;
  readonly load: string;
  readonly next: string;
  /** The step from 0, and how many there are. */
  readonly step: number;
  readonly steps: number;
  readonly elapsedSeconds: number;
  /** What is left of the session, without pauses and steps that wait. */
  readonly leftSeconds: number;
}

/** The status of a session now. */
export function describeSession(session: Session, { id, openedAt }: Pick<LiveStatus, "id" | "openedAt">): LiveStatus {
  const { plan } = session;
  const frame = session.frame();
  const words = { ready: "READY", paused: "PAUSED", running: "", finished: "", quit: "" } as const;
  return {
    id,
    openedAt,
    routine: plan.routine,
    title: plan.title,
    status: frame.status,
    pauseReason: frame.pauseReason,
    phase: frame.phase,
    word: words[frame.status] || frame.actionText,
    time:
      frame.phase === "open" && frame.digits !== ""
        ? formatCount(Number(frame.digits), "rep")
        : formatCountdown(frame.seconds),
    seconds: frame.seconds,
    exercise: frame.exercise,
    exerciseId: frame.exerciseId,
    side: frame.side,
    set: frame.setText,
    rep: frame.repText,
    round: frame.roundText,
    load: frame.loadText,
    next: frame.next,
    step: frame.stepIndex,
    steps: plan.steps.length,
    elapsedSeconds: frame.elapsedSeconds,
    leftSeconds: frame.remainingSeconds,
  };
}

/** "HOLD 0:23 · Kneeling lunge, left, set 2 of 3 · 12:40 left" */
export function formatStatusLine(status: LiveStatus): string {
  const { word, time, exercise, side, set, rep, round, load } = status;
  const where = [exercise, side ?? "", lowerFirst(set), lowerFirst(rep), lowerFirst(round), load];
  const parts = [`${word} ${time}`, where.filter(Boolean).join(", "), `${formatLeft(status)} left`];
  return replaceUnsafeText(parts.join(" · "));
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const formatLeft = ({ leftSeconds }: LiveStatus) => formatClock(leftSeconds * 1000);

/** The names that a template can use, each in braces. */
const TEMPLATE_FIELDS: Readonly<Record<string, (status: LiveStatus) => string>> = {
  phase: ({ word }) => word,
  time: ({ time }) => time,
  left: formatLeft,
  elapsed: ({ elapsedSeconds }) => formatClock(elapsedSeconds * 1000),
  exercise: ({ exercise }) => exercise,
  side: ({ side }) => side ?? "",
  set: ({ set }) => set,
  rep: ({ rep }) => rep,
  round: ({ round }) => round,
  load: ({ load }) => load,
  next: ({ next }) => next,
  title: ({ title }) => title,
  routine: ({ routine }) => routine,
  status: ({ status }) => status,
  id: ({ id }) => id,
};

export const TEMPLATE_FIELD_NAMES = Object.keys(TEMPLATE_FIELDS);

const FIELD_PATTERN = /\{([a-z]+)\}/g;

/** The first name in braces that a template cannot use; undefined if it can use them all. */
export function findUnknownField(template: string): string | undefined {
  return [...template.matchAll(FIELD_PATTERN)]
    .map(([, name = ""]) => name)
    .find((name) => !Object.hasOwn(TEMPLATE_FIELDS, name));
}

/** Fills in a template such as `{phase} {time}`. What it says comes from the person; what it is filled with is made safe. */
export function fillTemplate(template: string, status: LiveStatus): string {
  return template.replace(FIELD_PATTERN, (_all, name: string) =>
    replaceUnsafeText(TEMPLATE_FIELDS[name]?.(status) ?? ""),
  );
}
