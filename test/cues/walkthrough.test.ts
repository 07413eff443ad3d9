/** Whole workouts with groups, clocks, loads and sides: every word that is said, and when, by a full voice and a brief one. */
import { expect, it } from "vitest";
import type { Plan } from "../../src/plan/types.ts";
import { lunge, plank, planOf, pull, push } from "../player/walk.ts";
import { doing, group, rest } from "../support/groups.ts";
import { heard, sheetOf } from "./support.ts";

const heavy = doing("pull-up", { load: "20 kg" });
const ladder = [{ reps: 21 }, { reps: 15, load: "30 kg" }, { reps: 9 }];

it.each<[string, () => Plan]>([
  [
    "circuit",
    () =>
      planOf(
        [pull, push, plank, lunge],
        ...[doing("plank", { load: "5 kg" }), rest(15)],
        group({ rounds: 2, between: 5, rest: 30 }, heavy, doing("lunge"), group({ rounds: 2 }, doing("plank"))),
        doing("push-up"),
      ),
  ],
  [
    "as-many-rounds-as-possible",
    () =>
      planOf(
        [pull, push, plank, lunge],
        doing("plank"),
        group({ rounds: null, cap: 120, between: 5, rest: 15 }, heavy, doing("lunge", { side: "left" })),
        ...[rest(20), doing("push-up")],
      ),
  ],
  [
    "ladder-for-time",
    () =>
      planOf(
        [pull, push, plank],
        doing("plank"),
        group(
          { rounds: 2, rest: 10 },
          group({ rounds: ladder, countUp: true, cap: 300 }, heavy, doing("push-up")),
          doing("plank"),
        ),
      ),
  ],
  [
    "rounds-on-the-clock",
    () =>
      planOf(
        [pull, push, plank],
        group({ rounds: 3, every: 90 }, doing("pull-up"), doing("plank")),
        group({ rounds: 2, every: 60 }, doing("push-up")),
      ),
  ],
])("%s", async (name, build) => {
  const said = (["full", "brief"] as const).map((voice) => {
    const lines = heard(sheetOf(build(), { voice }).filter(({ kind }) => kind === "speech"));
    return [`A ${voice} voice says:`, ...lines, ""].join("\n");
  });
  await expect(said.join("\n")).toMatchFileSnapshot(`__snapshots__/${name}.txt`);
});
