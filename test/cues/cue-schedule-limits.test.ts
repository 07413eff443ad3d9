/** Following a session to the millisecond: what gives way to what, when a sound is too late, and what is only just not. */
import { describe, expect, it } from "vitest";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { createToneCue } from "../../src/cues/step-cues.ts";
import type { Cue, CueSettings, SpeechCue } from "../../src/cues/types.ts";
import { asManyAsPossible } from "../support/clocked-plans.ts";
import { hold } from "../support/content.ts";
import { at } from "../support/playing.ts";
import { Listener, listenTo, miss, when } from "./listener.ts";
import { ALL, clashes, evenly, heard, lunge, planOf, spoken, tones, twice, words } from "./support.ts";

describe("a rest that is made longer while something plays", () => {
  /** The rest lasts from 40 to 80 seconds, and its count-in begins at 77; made longer, at 87. A line begins at 43.66. */
  const extendWhilePlaying = (playing: Partial<SpeechCue> | { kind: "tone" }, endsMs: number, atMs = 43_000) => {
    const listener = listenTo(twice, 43);
    const speech: SpeechCue = {
      ...{ step: 2, kind: "speech", name: "next", text: "Next." },
      ...{ atMs: 42_500, durationMs: endsMs - 42_500, endByMs: 90_000 },
    };
    const cue: Cue =
      playing.kind === "tone" ? { ...createToneCue(2, 42_500, "rest"), durationMs: endsMs - 42_500 } : speech;
    if (listener.listening) listener.listening = { ...listener.listening, activeCues: [cue] };
    const { drop, cues } = listener.take(when(atMs, "extend"));
    return [drop, words(cues)];
  };
  const reminder = buildCueSheet(twice, ALL, evenly).find(({ step, name }) => step === 2 && name === "reminder");
  const reminderMs = reminder?.atMs ?? 0;

  it.each<[string, "speech" | "tone", number, unknown[]]>([
    ["a line follows a line 60 ms after it", "speech", reminderMs - 60, ["queued", ["Stay tall."]]],
    ["a line that would follow a line any sooner is left out", "speech", reminderMs - 59, ["queued", []]],
    ["a line follows a tone 60 ms after it", "tone", reminderMs - 60, ["queued", ["Stay tall."]]],
    ["a line that would follow a tone any sooner is left out", "tone", reminderMs - 59, ["queued", []]],
    ["a count follows a line 120 ms after it", "speech", 87_000 - 120, ["queued", []]],
    ["a line is cut off where a count would follow it any sooner", "speech", 87_000 - 119, ["all", ["Stay tall."]]],
    ["a count follows a tone 60 ms after it", "tone", 87_000 - 60, ["queued", []]],
    ["a tone is cut off where a count would follow it any sooner", "tone", 87_000 - 59, ["all", ["Stay tall."]]],
  ])("%s", (_, kind, endsMs, expected) => {
    expect(extendWhilePlaying({ kind }, endsMs)).toEqual(expected);
  });

  it("leaves out a line that is due in that very moment, over which it plays", () => {
    expect(extendWhilePlaying({ kind: "speech" }, reminderMs + 500, reminderMs)).toEqual(["queued", []]);
  });

  it("begins a line that is due in that very moment", () => {
    const listener = listenTo(twice, 43);
    const { drop, cues } = listener.take(when(reminderMs, "extend"));
    expect([drop, words(cues)]).toEqual(["queued", ["Stay tall."]]);
  });

  it("remembers what goes on playing: made short after that, it cuts it off", () => {
    const listener = listenTo(twice, 41.5);
    expect(listener.take(when(41_500, "extend")).drop).toBe("queued");
    expect(listener.take(when(41_600, "extend", -60_000)).drop).toBe("all");
  });

  /** Nothing is counted in, and a line takes six seconds. */
  const slowly = (change: Partial<CueSettings>) => {
    const plan = planOf([spoken({ pattern: hold(30), sets: 2, rest: 40 })]);
    const listener = new Listener(plan, (text) => (text.startsWith("Next") ? 6000 : 300));
    listener.settings = { ...ALL, ...change };
    return listenTo(plan, 42, listener);
  };

  it("lets a long line run on into the set where no tone is wanted, and says nothing over it", () => {
    const listener = slowly({ sound: "off" });
    // As short as can be: the set begins at 46 seconds.
    expect(listener.take(when(42_000, "extend", -60_000)).drop).toBe("queued");
    listenTo(twice, 52, listener);
    listener.finish();
    expect(words(listener.played.filter(({ atMs }) => atMs >= 41_000))).toContain(
      "Next: lunge, set two of two, 30 seconds.",
    );
    expect(clashes(listener.played)).toEqual([]);
  });

  it("cuts it off for the count-in even where the set itself has no tone", () => {
    expect(slowly({ byCategory: { hold: "off" } }).take(when(42_000, "extend", -60_000)).drop).toBe("all");
  });
});

describe("what still plays", () => {
  it("is remembered until it ends, and no longer", () => {
    const listener = listenTo(lunge, 7);
    const playing = () => heard(listener.listening?.activeCues ?? []).includes("7.00 get-ready");
    listener.take(when(7079, "tick"));
    expect(playing()).toBe(true);
    listener.take(when(7080, "tick"));
    expect(playing()).toBe(false);
  });
});

describe("what the person did between two looks", () => {
  it("is heard though the session is where it would have been: it was paused and went on", () => {
    const listener = listenTo(lunge, 6);
    miss(lunge, listener, at(106, "pause"));
    expect(listener.take(at(120, "resume")).drop).toBe("all");
  });

  it("is heard though the step that is on began when it would have: another one was skipped", () => {
    const listener = listenTo(lunge, 9.5);
    // The set begins at ten seconds and is skipped in that moment.
    const skipped = listener.take(when(10_000, "skip"));
    expect([listener.state.step, skipped.drop]).toEqual([2, "all"]);
  });

  it("is not answered as the end of a set by a person, which had its tone", () => {
    const listener = listenTo(lunge, 39.9);
    expect(tones(listener.take(when(41_200, "extend")).cues, "set-end")).toEqual([]);
  });

  it("is not answered as the end of a set when it was the end of a preparation", () => {
    const listener = new Listener(lunge);
    listener.settings = { ...ALL, byCategory: { hold: "off" } };
    listenTo(lunge, 9.9, listener);
    expect(tones(listener.take(when(10_000, "extend")).cues)).toEqual([]);
  });

  it("is not answered as if the session went on when a pause ends with quitting", () => {
    const listener = listenTo(lunge, 6);
    listener.take(at(106, "pause"));
    expect(listener.take(at(107, "quit")).cues).toEqual([]);
  });
});

describe("the tone that answers a key", () => {
  /** It takes 270 ms. Getting ready is counted from 7 seconds on; the hold has a reminder, and nothing before it, at 20. */
  const resumedAt = (ms: number) => {
    const listener = listenTo(lunge, Math.floor(ms / 1000));
    listener.take(when(ms, "pause"));
    return heard(listener.take(when(ms, "resume")).cues).slice(0, 2);
  };

  it("gives way to a tone that would follow it within 60 ms", () => {
    expect(resumedAt(6670)).toEqual(["6.67 resumed", "7.00 get-ready"]);
    expect(resumedAt(6671)).toEqual(["7.00 get-ready", "8.00 get-ready"]);
  });

  it("takes the place of a line that would follow it within 60 ms", () => {
    expect(resumedAt(19_670)).toEqual(["19.67 resumed", "20.00 reminder: Long breath out."]);
    expect(resumedAt(19_671)).toEqual(["19.67 resumed"]);
  });
});

describe("the end", () => {
  it("is scheduled whole, however long it takes to say: nothing looks at the session after it", () => {
    const plan = asManyAsPossible(60);
    const listener = new Listener(plan, () => 4000);
    listener.take(at(100, "start"));
    listener.take(when(59_500, "tick"));
    listener.take(when(60_000, "tick"));
    listener.finish();
    expect(listener.played.slice(-3).map(({ name }) => name)).toEqual(["time-up", "score", "done"]);
  });
});

describe("a cap that is over during a jump", () => {
  const said = (seconds: number) => {
    const listener = new Listener(asManyAsPossible(60));
    listener.take(at(100, "start"));
    listener.take(when(seconds * 1000, "tick"));
    listener.finish();
    return listener.played.filter(({ kind }) => kind === "speech").map(({ name }) => name);
  };

  it("is told with the score at whatever time the program wakes up", () => {
    expect(said(61)).toEqual(expect.arrayContaining(["time-up", "score"]));
    expect(said(200)).toEqual(expect.arrayContaining(["time-up", "score"]));
  });
});
