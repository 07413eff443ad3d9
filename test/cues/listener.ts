/** A loudspeaker for tests: it plays the cues that are scheduled and is silent when they are cancelled. */
import { type CueSchedule, type CueScheduleUpdate, updateCueSchedule } from "../../src/cues/cue-schedule.ts";
import type { Cue, CueSettings } from "../../src/cues/types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { reduce } from "../../src/player/reduce.ts";
import { createInitialState } from "../../src/player/state.ts";
import type { PlayerEvent, PlayerState } from "../../src/player/types.ts";
import { at } from "../support/playing.ts";
import { ALL, evenly } from "./support.ts";

/** A loudspeaker that is told what to play event by event. */
export class Listener {
  readonly #plan: Plan;
  readonly #measureSpeech: (text: string) => number;
  settings: CueSettings = ALL;
  state: PlayerState = createInitialState();
  listening: CueSchedule | null = null;
  /** What was started, one list from each silence to the next; what a silence cut off is left out. */
  readonly episodes: Cue[][] = [[]];
  /** What was scheduled and has not started. */
  #queue: Cue[] = [];
  last: CueScheduleUpdate | null = null;

  constructor(plan: Plan, measureSpeech = evenly) {
    this.#plan = plan;
    this.#measureSpeech = measureSpeech;
  }

  take(event: PlayerEvent): CueScheduleUpdate {
    const { state, happenings } = reduce(this.#plan, this.state, event);
    this.state = state;
    return this.#tell(happenings);
  }

  change(settings: CueSettings): CueScheduleUpdate {
    this.settings = settings;
    return this.#tell([]);
  }

  #tell(happenings: Parameters<typeof updateCueSchedule>[3]): CueScheduleUpdate {
    const track = { plan: this.#plan, settings: this.settings, measureSpeech: this.#measureSpeech };
    this.#passUntil(this.state.atMs);
    const update = updateCueSchedule(track, this.listening, this.state, happenings);
    this.listening = update.schedule;
    if (update.drop !== "nothing") this.#queue = [];
    if (update.drop === "all") this.#cut();
    this.#queue.push(...update.cues);
    this.last = update;
    return update;
  }

  /** Lets everything play to its end. */
  finish(): void {
    this.#passUntil(Number.POSITIVE_INFINITY);
  }

  get played(): Cue[] {
    return this.episodes.flat();
  }

  #passUntil(atMs: number): void {
    this.episodes.at(-1)?.push(...this.#queue.filter((cue) => cue.atMs < atMs));
    this.#queue = this.#queue.filter((cue) => cue.atMs >= atMs);
  }

  #cut(): void {
    const begun = this.episodes.pop() ?? [];
    this.episodes.push(
      begun.filter((cue) => cue.atMs + cue.durationMs <= this.state.atMs),
      [],
    );
  }
}

/** A listener that has followed a session to this second, told of it ten times a second. */
export function listenTo(plan: Plan, seconds: number, from = new Listener(plan)): Listener {
  if (from.state.status === "ready") from.take(at(100, "start"));
  const begin = Math.round((from.state.clockMs - 100_000) / 100);
  for (let tenth = begin + 1; tenth <= seconds * 10; tenth++) from.take(at(100 + tenth / 10, "tick"));
  return from;
}

/** An event at a session time in milliseconds, of a session that began at 100 seconds. */
export const when = (ms: number, type: PlayerEvent["type"], deltaMs = 10_000): PlayerEvent => ({
  ...at(0, type, deltaMs / 1000),
  clockMs: 100_000 + ms,
});

/** Lets an event happen of which sound hears nothing. */
export function miss(plan: Plan, listener: Listener, event: PlayerEvent): void {
  listener.state = reduce(plan, listener.state, event).state;
}
