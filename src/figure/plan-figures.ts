/** The figures of a plan: those of its exercises, and those of the blocks that have another. */
import { resolveFigure } from "./resolve.ts";
import type { FigureDefinition } from "./schema.ts";
import type { BodyFigure } from "./types.ts";

type Sides = Parameters<typeof resolveFigure>[1];

/** What is needed of a plan. */
interface FiguredPlan {
  readonly exercises: Readonly<Record<string, { readonly figure: FigureDefinition | null; readonly sides: Sides }>>;
  readonly blocks: readonly { readonly exercise: string; readonly figure?: FigureDefinition }[];
  readonly steps: readonly { readonly index: number; readonly block: number }[];
}

export interface PlanFigures {
  readonly byExerciseId: ReadonlyMap<string, BodyFigure>;
  /** Only for steps whose block has a figure of its own. */
  readonly byStep: ReadonlyMap<number, BodyFigure>;
}

export function resolvePlanFigures({ exercises, blocks, steps }: FiguredPlan): PlanFigures {
  const byExerciseId = new Map<string, BodyFigure>();
  for (const [id, { figure, sides }] of Object.entries(exercises)) {
    if (figure) byExerciseId.set(id, resolveFigure(figure, sides));
  }
  const byBlock = blocks.map(
    ({ exercise, figure }) => figure && resolveFigure(figure, exercises[exercise]?.sides ?? "both"),
  );
  const byStep = new Map<number, BodyFigure>();
  for (const { index, block } of steps) {
    const figure = byBlock[block];
    if (figure) byStep.set(index, figure);
  }
  return { byExerciseId, byStep };
}

/** The figure of a moment; undefined where there is none. */
export function findFigure(
  { byExerciseId, byStep }: PlanFigures,
  { exerciseId, stepIndex }: { readonly exerciseId: string; readonly stepIndex: number },
): BodyFigure | undefined {
  return byStep.get(stepIndex) ?? byExerciseId.get(exerciseId);
}
