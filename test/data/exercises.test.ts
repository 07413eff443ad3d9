/** Holds the shipped exercises to what a person needs of them: names that find one thing, words that fit, safety. */
import { describe, expect, it } from "vitest";
import { exerciseFileSchema } from "../../src/catalog/schema-exercise.ts";
import {
  exerciseNamed,
  KEPT_EXERCISE_FIELDS,
  readShipped,
  shippedExercises,
  shippedRoutines,
  textsOf,
} from "./read-data.ts";

/** The one spelling of each muscle, so that minutes add up a muscle. */
const MUSCLES = [
  "abdominals",
  "adductors",
  "gluteus maximus",
  "gluteus medius",
  "hamstrings",
  "iliopsoas",
  "lower back",
  "quadriceps",
  "rectus femoris",
  "sartorius",
  "tensor fasciae latae",
];

const EQUIPMENT = ["chair", "foam roller", "pull-up bar", "resistance band", "table or bed"];

describe("the shipped exercises", () => {
  it.each(readShipped("exercises"))("$file passes the definition and carries its id as its name", (shipped) => {
    expect(exerciseFileSchema.safeParse(shipped.content).error?.issues).toBeUndefined();
    expect(shipped.content).toMatchObject({ $schema: "../schema/exercise.schema.json", id: shipped.stem });
  });

  it.each(shippedExercises())("$id leaves nothing to a default", (exercise) => {
    for (const name of KEPT_EXERCISE_FIELDS) expect(exercise[name], name).toBeDefined();
    expect(exercise.dose.sets).toBeDefined();
    expect(exercise.targets.length).toBeGreaterThan(0);
    expect(exercise.sides).toBeTypeOf("object");
    expect(exercise.source).toMatchObject({ guide: expect.any(String) });
  });

  it("share no id, name or alias with one another or with a routine", () => {
    const all = [...shippedExercises(), ...shippedRoutines()];
    const called = all.flatMap(({ id, name, aliases }) => [
      ...new Set([id, ...[name, ...(aliases ?? [])].map((word) => word.toLowerCase().replaceAll(" ", "-"))]),
    ]);
    expect(called.filter((word, index) => called.indexOf(word) !== index)).toEqual([]);
    for (const alias of all.flatMap(({ aliases }) => aliases ?? [])) expect(alias).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it.each(shippedExercises())("$id is read from the floor: few steps, short cues, a position", (exercise) => {
    expect(exercise.steps.length).toBeGreaterThanOrEqual(4);
    expect(exercise.steps.length).toBeLessThanOrEqual(7);
    for (const step of [exercise.position, ...exercise.steps]) expect(step.length, step).toBeLessThanOrEqual(150);
    expect(exercise.cues?.length).toBeGreaterThanOrEqual(4);
    expect(exercise.cues?.length).toBeLessThanOrEqual(8);
    const { pattern } = exercise;
    const strokeCues =
      "strokes" in pattern ? pattern.strokes.map(({ cue }) => cue) : "tempo" in pattern ? textsOf(pattern.cues) : [];
    for (const cue of [...(exercise.cues ?? []), ...strokeCues]) {
      expect(cue, exercise.id).toBeDefined();
      expect(cue?.length, cue).toBeLessThanOrEqual(40);
    }
  });

  it.each(shippedExercises())("$id says when to stop, and how to make it easier", (exercise) => {
    expect(exercise.cautions?.join(" ")).toMatch(/\b(stop|end the test)\b/i);
    expect(exercise.easier?.length).toBeGreaterThan(0);
  });

  it.each(shippedExercises())(
    "$id is first made easier or harder by how it is done: figures may be at their end",
    (one) => {
      for (const first of [one.easier?.[0], one.harder?.[0]]) {
        expect(first ?? "").not.toMatch(/\b(longer|less long|slow(er|ly)|seconds?|minutes?|repetitions?|sets?)\b/i);
      }
    },
  );

  it("spell muscles and equipment in one way each", () => {
    const targets = new Set(shippedExercises().flatMap((exercise) => exercise.targets));
    const equipment = new Set(shippedExercises().flatMap((exercise) => exercise.equipment ?? []));
    expect([...targets].sort()).toEqual(MUSCLES);
    expect([...equipment].sort()).toEqual(EQUIPMENT);
  });

  it("need nothing for a stretch, or at most a bed", () => {
    for (const exercise of shippedExercises().filter(({ kind }) => kind === "stretch")) {
      expect([[], ["table or bed"]], exercise.id).toContainEqual(exercise.equipment ?? []);
    }
  });

  it("have one cue to breathe in every hold, and no two cues that say the same", () => {
    for (const { id, pattern, cues = [] } of shippedExercises()) {
      const strokes = "strokes" in pattern ? pattern.strokes : [];
      if (strokes.length === 1 && strokes[0]?.phase === "hold") {
        expect(
          cues.filter((cue) => /breath/i.test(cue)),
          id,
        ).toEqual(["Long breath out"]);
        expect(strokes[0].cue, id).toMatch(/long breath out/);
      }
      const all = [...cues, ...textsOf("cues" in pattern ? pattern.cues : strokes.map(({ cue }) => cue))];
      expect(new Set(all.map((cue) => cue.toLowerCase())).size, id).toBe(all.length);
    }
  });

  it("say lift, squeeze or hold, never contract", () => {
    for (const exercise of shippedExercises()) {
      expect(textsOf([exercise.cues, exercise.steps]).join(" "), exercise.id).not.toMatch(/\bcontract/i);
    }
  });

  it("give time to get ready for what takes it: a band, a bar, a roller, a bed, the pigeon", () => {
    for (const { id, equipment = [], prepare = 0 } of shippedExercises()) {
      const least = equipment.includes("table or bed")
        ? 30
        : equipment.length > 0 && !equipment.includes("chair")
          ? 25
          : 0;
      expect(prepare, id).toBeGreaterThanOrEqual(least);
    }
    expect(exerciseNamed("pigeon-pose")).toMatchObject({ prepare: 30, switch: 20, dose: { rest: { value: 20 } } });
    expect(exerciseNamed("psoas-post-isometric-relaxation").switch).toBe(20);
  });

  it("say first what decides: both legs of a half kneeling position, the knee to hug, the groin to stop short of", () => {
    const decides = {
      "psoas-side-bend-stretch": /^Left knee down, left arm up, bend to the right$/,
      "psoas-post-isometric-relaxation": /^Hug your right knee.*left leg hangs$/,
      "kneeling-lunge": /^Left knee down, right foot in front$/,
    };
    for (const [id, left] of Object.entries(decides)) {
      const { sides } = exerciseNamed(id);
      expect(sides.mode !== "both" && sides.left, id).toMatch(left);
    }
    expect(exerciseNamed("foam-roll-adductors-sartorius").cues?.[0]).toBe("Stop short of the groin");
  });

  it("say of every tempo stroke that lasts what to do in it", () => {
    for (const { id, pattern } of shippedExercises()) {
      if (!("tempo" in pattern)) continue;
      const tempo = typeof pattern.tempo === "string" ? pattern.tempo : pattern.tempo.value;
      const order = ["eccentric", "pause-bottom", "concentric", "pause-top"];
      const lasting = order.filter((_, place) => tempo.split("-")[place] !== "0");
      expect(Object.keys(pattern.cues ?? {}).sort(), id).toEqual(lasting.sort());
    }
  });
});

describe("the Thomas test", () => {
  const steps = exerciseNamed("thomas-test").steps.join("\n");

  it("has all four criteria", () => {
    expect(steps).toMatch(/level with the floor.*10 degrees below/);
    expect(steps).toMatch(/lower back lies flat, and no further/);
    expect(steps).toMatch(/Pain: none in hip or knee/);
    expect(steps).toMatch(/does not roll far out or in/);
    expect(steps).toMatch(/thigh and shin near 90 degrees/);
  });

  it("says that more than 90 degrees is a straighter knee and a tight rectus femoris", () => {
    expect(steps).toMatch(/STRAIGHTER knee, more than 90 degrees.*rectus femoris/);
  });
});

describe("safety", () => {
  it("warns that TFL, adductors and sartorius are very sensitive to rolling", () => {
    for (const id of ["foam-roll-tfl", "foam-roll-adductors-sartorius"]) {
      expect(exerciseNamed(id).cautions?.[0]).toMatch(/VERY sensitive/);
    }
  });

  it("warns of jumping to the bar and of swinging on it", () => {
    expect(exerciseNamed("hanging-leg-raise").cautions?.join(" ")).toMatch(/Jump only if.*Never swing/);
  });

  it("looks after the knee in every kneeling exercise", () => {
    const kneeling = shippedExercises().filter(({ position }) => /kneel/i.test(position));
    expect(kneeling).toHaveLength(5);
    for (const { id, cautions } of kneeling) expect(cautions?.join(" "), id).toMatch(/towel under the knee/);
  });
});
