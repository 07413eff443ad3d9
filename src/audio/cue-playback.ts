/** Makes a session audible: sends the cues that follow from where it stands to the sound engine, ahead of their time. */

import { type CueSchedule, updateCueSchedule } from "../cues/cue-schedule.ts";
import { buildCueSheet, spokenTextsOf } from "../cues/cue-sheet.ts";
import type { Cue, CueSettings, CueTrack, VoiceLevel } from "../cues/types.ts";
import type { DatedHappening, Session, SessionCommand } from "../session/types.ts";
import type { ScheduledCue, SoundEngine } from "./types.ts";

/** The part of the engine that is needed to be heard. */
type CueEngine = Pick<SoundEngine, "schedule" | "drop" | "prepare" | "durationOf">;

/** A cue that was sent and whose moment has come. */
export interface PlayedCue {
  readonly cue: Cue;
  readonly dueEpochMs: number;
  /** false: there is no sound at present, and it is told for those who see it. */
  readonly heard: boolean;
}

export interface CuePlaybackOptions {
  readonly session: Session;
  /** null: nothing is played, at a speed at which sounds would run into each other; cues are told all the same. */
  readonly engine: CueEngine | null;
  readonly settings: CueSettings;
  /** Every sound has a twin that is seen: cues are told also while sound is muted or off. */
  readonly alsoVisible?: boolean;
  /** Milliseconds that a text takes to say before it was rendered. */
  readonly estimateMs: (text: string) => number;
}

/** What is heard, for those who follow it. */
export interface CuePlayback {
  /** Settles when the first lines are rendered, or cannot be. */
  readonly prepared: Promise<void>;
  /** Told of every cue as its moment comes, in order; returns how to leave. */
  onCue(told: (played: PlayedCue) => void): () => void;
  /** Told when what sounds is cut off, before the cues that follow; returns how to leave. */
  onCutOff(told: () => void): () => void;
}

const NEXT_VOICE_MODE: Readonly<Record<VoiceLevel, VoiceLevel>> = { full: "brief", brief: "off", off: "full" };

/** Lines that are rendered before a session without a screen begins. */
const FIRST_PHRASES = 6;

/** Follows a session until it ends. The first lines are rendered first; a line is measured once it was rendered. */
export function startCuePlayback({
  session,
  engine,
  settings: initial,
  alsoVisible = false,
  estimateMs,
}: CuePlaybackOptions): CuePlayback {
  let settings = initial;
  let wanted = withVisibleCues(settings, alsoVisible);
  let listening: CueSchedule | null = null;
  let waiting: PlayedCue[] = [];
  let sent = 0;
  const cueListeners = new Set<(played: PlayedCue) => void>();
  const cutListeners = new Set<() => void>();
  const lengthOf = (text: string) => engine?.durationOf(text) ?? estimateMs(text);
  const score = (): CueTrack => ({ plan: session.plan, settings: wanted, measureSpeech: lengthOf });

  const look = (dated: readonly DatedHappening[]) => {
    const state = session.state();
    const followed = updateCueSchedule(
      score(),
      listening,
      state,
      dated.map(({ happening }) => happening),
    );
    listening = followed.schedule;
    if (followed.drop !== "nothing") {
      engine?.drop(followed.drop === "queued" ? session.epochMsAt(state.atMs) : undefined);
      waiting = waiting.filter(({ cue }) => cue.atMs <= state.atMs);
    }
    if (followed.drop === "all") {
      // What has begun by now is told first: it is cut too.
      tell(state.atMs);
      for (const told of cutListeners) told();
    }
    const due = followed.cues.map((cue) => {
      return { cue, dueEpochMs: session.epochMsAt(cue.atMs), heard: isAudible(cue, settings) };
    });
    engine?.schedule(due.filter(({ heard }) => heard).map((played) => toScheduledCue(played, sent++, session)));
    waiting.push(...due);
    tell(state.status === "finished" ? Number.POSITIVE_INFINITY : state.atMs);
  };

  const tell = (untilMs: number) => {
    const come = waiting.filter(({ cue }) => cue.atMs <= untilMs);
    if (come.length === 0) return;
    waiting = waiting.filter(({ cue }) => cue.atMs > untilMs);
    for (const played of come) for (const told of cueListeners) told(played);
  };

  const change = (changes: Partial<CueSettings>) => {
    settings = { ...settings, ...changes };
    wanted = withVisibleCues(settings, alsoVisible);
    look([]);
    void prepare();
  };

  /** Has rendered what is not yet, what is needed first first; settles when the first lines are. */
  const prepare = (): Promise<void> => {
    if (!engine) return Promise.resolve();
    const sheet = buildCueSheet(session.plan, wanted, lengthOf);
    const { step } = session.state();
    const inOrder = [...sheet.filter((cue) => cue.step >= step), ...sheet.filter((cue) => cue.step < step)];
    const texts = spokenTextsOf(inOrder).filter((text) => engine.durationOf(text) === null);
    const first = engine.prepare(texts.slice(0, FIRST_PHRASES));
    void engine.prepare(texts.slice(FIRST_PHRASES));
    return first;
  };

  const answer = ({ type }: SessionCommand) => {
    // The voice's words are captions too.
    if (!engine && !(alsoVisible && type === "voice")) return session.showMessage("No sound at this speed");
    if (type === "voice") {
      change({ voice: NEXT_VOICE_MODE[settings.voice] });
      session.showMessage(`${engine ? "Voice" : "Captions"} ${settings.voice}`);
    } else if (settings.sound === "off" && settings.voice === "off") {
      session.showMessage("Sound and voice are off");
    } else {
      change({ muted: !settings.muted });
      session.showMessage(settings.muted ? "Sound off" : "Sound on");
    }
  };

  const prepared = prepare();
  session.subscribe("sound", look);
  const leave = [session.onFrame(() => look([])), session.onSoundCommand(answer)];
  void session.ended.then(() => leave.forEach((each) => void each()));
  return {
    prepared,
    onCue: (told) => {
      cueListeners.add(told);
      return () => cueListeners.delete(told);
    },
    onCutOff: (told) => {
      cutListeners.add(told);
      return () => cutListeners.delete(told);
    },
  };
}

/** The cues that are told: with a twin to be seen, also those of tones that are not heard. */
function withVisibleCues(settings: CueSettings, seen: boolean): CueSettings {
  if (!seen) return settings;
  return { ...settings, muted: false, sound: settings.sound === "off" ? "on" : settings.sound };
}

function isAudible({ kind }: Cue, { muted, sound }: CueSettings): boolean {
  return !muted && (kind === "speech" || sound !== "off");
}

function toScheduledCue({ cue, dueEpochMs }: PlayedCue, id: number, session: Session): ScheduledCue {
  const { kind, name, atMs } = cue;
  if (cue.kind === "tone") return { cue: { id, atMs, kind, name, hz: cue.hz }, dueEpochMs };
  const endByEpochMs = Number.isFinite(cue.endByMs) ? session.epochMsAt(cue.endByMs) : undefined;
  return { cue: { id, atMs, kind, name, text: cue.text }, dueEpochMs, endByEpochMs };
}
