/** The schemas of what a list of blocks holds: exercises with their dose, sets of their own, groups in rounds, rests. */
import * as z from "zod/mini";
import { figureSchema } from "../figure/find-faults.ts";
import { LIMITS } from "../limits.ts";
import {
  describeOptional,
  paragraphSchema,
  shortTextListSchema,
  shortTextSchema,
  withDescription,
} from "../schema-parts.ts";
import { capSchema, exerciseFileSchema, paceSchema, prepareSchema, switchSchema } from "./schema-exercise.ts";
import {
  createCountSchema,
  createDoseValueSchema,
  createTempoSchema,
  DOSE_VALUE_FORMS,
  groupCapSchema,
  holdSchema,
  lastingSecondsSchema,
  repsSchema,
  restSchema,
  secondsSchema,
  tempoTextSchema,
} from "./schema-parts.ts";

/** The copy that routines refer to; the schema for editors then says it once. */
export const ownExerciseSchema = z.clone(exerciseFileSchema);
z.globalRegistry.add(ownExerciseSchema, { id: "exercise", description: "An exercise of this routine alone." });

// For the same reason: exercises and blocks have figures.
z.globalRegistry.add(figureSchema, { id: "figure", description: "A figure that moves from pose to pose." });

const loadSchema = describeOptional(
  shortTextSchema,
  "What is lifted or which band, shown and kept: 20 kg, green band.",
);
const valueSchemas = {
  reps: describeOptional(createCountSchema(LIMITS.reps), "Repetitions."),
  hold: describeOptional(lastingSecondsSchema, "Seconds of a single timed stroke."),
  load: loadSchema,
};

const setValuesSchema = z.strictObject({
  ...valueSchemas,
  tempo: describeOptional(tempoTextSchema, "Another tempo: 4-0-2-1."),
  rest: describeOptional(secondsSchema, "Seconds of rest after this set."),
  note: describeOptional(paragraphSchema, "What is different in this set."),
});

const setListSchema = z.array(setValuesSchema).check(z.minLength(1), z.maxLength(LIMITS.sets));
const roundListSchema = z.array(z.strictObject(valueSchemas)).check(z.minLength(1), z.maxLength(LIMITS.rounds));

const blockSchema = z.strictObject({
  exercise: withDescription(
    z.union([shortTextSchema, ownExerciseSchema], "the name of an exercise, or an object { name, … }"),
    "The name of an exercise (its id, name or alias, or how its id begins), or an exercise itself.",
  ),
  sets: describeOptional(
    z.union(
      [createDoseValueSchema(createCountSchema(LIMITS.sets)), setListSchema],
      `${DOSE_VALUE_FORMS}, or a list of sets [{…}, {…}]`,
    ),
    "Sets, in place of the exercise's own; or a list with the values of each set.",
  ),
  reps: describeOptional(repsSchema, "Repetitions, in place of the exercise's own."),
  hold: describeOptional(holdSchema, "Seconds of a single timed stroke: a hold, work or a roll."),
  tempo: describeOptional(createTempoSchema(), "Another tempo, for an exercise that has one: 4-0-2-1."),
  rest: describeOptional(restSchema, "Rest between sets, in seconds, in place of the exercise's own."),
  load: loadSchema,
  equipment: describeOptional(
    shortTextListSchema,
    "What is used here in place of the usual equipment; [] for nothing.",
  ),
  side: describeOptional(z.enum(["left", "right"]), "Do it on this side alone; both when left out."),
  priority: describeOptional(
    createCountSchema(9),
    "1 is what the routine is for; the greater, the sooner it is left out when time is short. 5 when not said.",
  ),
  warmUp: describeOptional(
    z.literal(true),
    "It warms up for what follows: when time is short it becomes shorter, but one warm-up always stays.",
  ),
  pace: paceSchema,
  cap: capSchema,
  prepare: prepareSchema,
  switch: switchSchema,
  note: describeOptional(paragraphSchema, "What is different here: Without the band."),
  after: describeOptional(
    shortTextSchema,
    "Its note and its prepare are for changing over from this exercise; where that is left out, they are too.",
  ),
  position: describeOptional(
    paragraphSchema,
    "How to stand or lie here, in place of the exercise's own: Stand tall behind your chair.",
  ),
  figure: describeOptional(
    figureSchema,
    "The figure here, in place of the exercise's own: the same movement on a chair, or without the band.",
  ),
});

const restItemSchema = z.strictObject({
  rest: withDescription(lastingSecondsSchema, "Seconds of a rest of its own."),
  note: describeOptional(paragraphSchema, "What to do in it: Drink."),
});

export type BlockInput = z.infer<typeof blockSchema>;
export type SetInput = z.infer<typeof setValuesSchema>;
type RestInput = z.infer<typeof restItemSchema>;
export type GroupInput = z.infer<typeof groupFields> & { blocks: ItemInput[] };
export type ItemInput = BlockInput | GroupInput | RestInput;

const groupFields = z.strictObject({
  name: describeOptional(shortTextSchema, "A name for it: Circuit."),
  note: describeOptional(paragraphSchema, "What is to be known of it."),
  rounds: describeOptional(
    z.union(
      [createCountSchema(LIMITS.rounds), roundListSchema],
      "a number of rounds, or a list with the values of each [{ reps: 21 }, { reps: 15 }]",
    ),
    "How many rounds; or a ladder, a list with the values of each round: reps, hold or load. Those of a round are for every block that can take them; a load, where some blocks have one of their own, for those alone. When left out, 1, or with a cap as many as possible.",
  ),
  between: describeOptional(lastingSecondsSchema, "Seconds between its blocks."),
  rest: describeOptional(lastingSecondsSchema, "Seconds between its rounds."),
  every: describeOptional(
    lastingSecondsSchema,
    "Seconds from the beginning of a round to that of the next: 60 for every minute. What is left of them is rest.",
  ),
  cap: describeOptional(
    groupCapSchema,
    "Seconds after which it ends wherever it stands. Without rounds, as many rounds as possible are done in them.",
  ),
  count: describeOptional(z.literal("up"), "up: the clock counts up, and the time that it took is the score."),
  pick: describeOptional(
    createCountSchema(LIMITS.blocks),
    "How many of its blocks are done; chance chooses them when the plan is made.",
  ),
  shuffle: describeOptional(z.literal(true), "true: chance decides the order of its blocks when the plan is made."),
  prepare: prepareSchema,
  switch: switchSchema,
});
const groupSchema: z.ZodMiniType<GroupInput> = z.strictObject({
  ...groupFields.def.shape,
  blocks: withDescription(
    z.lazy(() => itemListSchema),
    "What is done in a round, in order: exercises, rests and further groups, four deep at most.",
  ),
});
z.globalRegistry.add(groupSchema, { id: "group", description: "Blocks that are done together in rounds." });

/** A list of exercise blocks, groups and rests. */
export const itemListSchema: z.ZodMiniType<ItemInput[]> = z
  .array(
    z.union(
      [blockSchema, groupSchema, restItemSchema],
      "an exercise { exercise, … }, a group { rounds, blocks } or a rest { rest }",
    ),
  )
  .check(z.minLength(1), z.maxLength(LIMITS.blocks));
