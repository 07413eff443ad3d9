/**
 * The definition of the two tables in data/assess: the Thomas test with what its answers mean, and the screening.
 *
 * The tests hold the shipped tables against it; the program trusts them. What stands in them is what a person reads, so
 * that a therapist can mend it without knowing any code.
 */
import * as z from "zod/mini";
import { source } from "../catalog/schema-parts.ts";
import { id, line, lines, paragraph } from "../schema-parts.ts";
import { CRITERIA, KNEE, OUTCOMES, PAIN, ROTATION, THIGH } from "./words.ts";

/**
 * A leg from the side: thigh against level in degrees (above it is positive), angle between thigh and shin, and the line
 * that it is to be held against.
 */
const sideView = z.strictObject({
  view: z.literal("side"),
  thigh: z.number(),
  knee: z.number(),
  against: z.enum(["level", "right-angle"]),
});
/** A thigh from the front: how far it is turned, in degrees; out is positive. */
const frontView = z.strictObject({ view: z.literal("front"), turn: z.number() });

const degrees = z.tuple([z.number(), z.number()]);

const answer = <T extends z.ZodMiniType<string>>(value: T) =>
  z.strictObject({
    value,
    /** Other words for it on the command line. */
    aliases: z.array(line),
    /** Beside its number on the screen. */
    label: line,
    /** In a narrow column and in tables. */
    short: line,
    picture: z.optional(z.union([sideView, frontView])),
    /** Degrees that can go with it, where they were measured. */
    degrees: z.optional(degrees),
  });

const question = <T extends z.ZodMiniType<string>>(value: T) =>
  z.strictObject({
    text: line,
    /** Where there is hardly room. */
    short: line,
    help: lines,
    answers: z.array(answer(value)).check(z.minLength(2)),
    /** Asked after it, for those who have a phone at hand. */
    measure: z.optional(
      z.strictObject({ text: line, short: line, help: lines, from: z.number(), to: z.number(), axis: line }),
    ),
  });

const rule = z.strictObject({
  when: z.strictObject({
    thigh: z.optional(z.array(z.enum(THIGH))),
    pain: z.optional(z.array(z.enum(PAIN))),
    rotation: z.optional(z.array(z.enum(ROTATION))),
    knee: z.optional(z.array(z.enum(KNEE))),
  }),
  outcome: z.enum(OUTCOMES),
  /** Muscles that it suggests are short. */
  muscles: z.array(line),
  shows: paragraph,
  follows: paragraph,
  /** guide: the source says so. default: the source is silent, and this is the program's own word, for the reason given. */
  basis: z.enum(["guide", "default"]),
  reason: z.optional(paragraph),
});

const criterion = z.strictObject({
  id: z.enum(CRITERIA),
  name: line,
  /** The number that the guide gives it. */
  number: z.int(),
  passes: paragraph,
  rules: z.array(rule).check(z.minLength(2)),
  source,
});

const exercise = z.strictObject({ exercise: id, priority: z.int().check(z.gte(1), z.lte(9)), why: paragraph });
const group = z.strictObject({
  title: line,
  why: paragraph,
  exercises: z.array(exercise).check(z.minLength(1)),
  source,
});

const verdict = z.strictObject({ word: line, text: paragraph });

export const thomasTable = z.strictObject({
  /** The exercise that says how to lie. */
  exercise: id,
  source,
  /** A test stands for so many days. */
  holdsDays: z.int().check(z.gte(1)),
  reason: paragraph,
  before: z.strictObject({ text: line, items: lines }),
  questions: z.strictObject({
    pain: question(z.enum(PAIN)),
    thigh: question(z.enum(THIGH)),
    rotation: question(z.enum(ROTATION)),
    knee: question(z.enum(KNEE)),
  }),
  criteria: z.array(criterion),
  /** What a side comes to, by its worst outcome: pain before tight before unclear before good. */
  verdicts: z.strictObject({ good: verdict, tight: verdict, unclear: verdict, pain: verdict, untested: verdict }),
  /** Asked after a side that hurt, with the other side's name in place of "{side}". */
  goOn: z.strictObject({ text: line, short: line, help: lines, yes: line, no: line }),
  /** What a plan is composed of. */
  plan: z.strictObject({
    name: line,
    notice: paragraph,
    /** Muscle by muscle, in the order in which they are worked. */
    release: z.array(z.strictObject({ muscle: line, ...group.def.shape })),
    /** Where nothing is short. */
    others: group,
    /** After all of it. */
    opposite: group,
    /** In place of it, for a side that hurts. */
    pain: z.strictObject({ title: line, advice: lines, source }),
    stop: lines,
  }),
});

export const screeningTable = z.strictObject({
  source,
  /** A screening holds for so many days. */
  holdsDays: z.int().check(z.gte(1)),
  reason: paragraph,
  /** What stretches or loads the hip: an exercise of one of these kinds with one of these targets. */
  kinds: z.array(line).check(z.minLength(1)),
  targets: z.array(line).check(z.minLength(1)),
  intro: lines,
  questions: z
    .array(
      z.strictObject({
        id,
        text: line,
        short: line,
        help: lines,
        /** In a list of what was answered with yes. */
        name: line,
        /** Why a yes matters, and who should look at it. */
        advice: paragraph,
        basis: z.enum(["guide", "default"]),
        reason: z.optional(paragraph),
      }),
    )
    .check(z.minLength(1)),
  advised: z.strictObject({ text: line, help: lines }),
  /** Printed where nobody can be asked. */
  notice: paragraph,
});

export type ThomasTable = z.infer<typeof thomasTable>;
export type ScreeningTable = z.infer<typeof screeningTable>;
