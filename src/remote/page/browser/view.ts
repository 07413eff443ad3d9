/** Writes frames into the page: every text as text, and only what has changed. */
import { resolveFigureMoment } from "../../../figure/motion.ts";
import { drawFigurePaths, type FigurePath } from "../../../figure/paths.ts";
import { findFigure, type PlanFigures, resolvePlanFigures } from "../../../figure/plan-figures.ts";
import type { Plan } from "../../../plan/types.ts";
import type { Frame } from "../../../player/frame-types.ts";
import { formatClock } from "../../../text/duration.ts";
import {
  announcementOf,
  digitColumnsOf,
  digitsOf,
  doneLabelOf,
  positionOf,
  toggleLabelOf,
  wordOf,
} from "../page-text.ts";

const FIGURE_SIZE = { width: 400, height: 320 };
const SVG = "http://www.w3.org/2000/svg";
/** More steps than this have no room of their own in the timeline. */
const MAX_SEGMENTS = 160;

/** The element with an id that the page has for certain. */
export function element<E extends Element = HTMLElement>(id: string): E {
  const found = document.querySelector<E>(`#${id}`);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

/** Sets a text if it is another one, so that nothing is drawn or read out twice. */
export function setText(id: string, text: string): void {
  const target = element(id);
  if (target.textContent !== text) target.textContent = text;
}

export class PageView {
  readonly #figures: PlanFigures;
  readonly #steps: readonly HTMLElement[];
  readonly #isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  readonly #paths: SVGPathElement[] = [];
  #announced = "";
  #drawn = "";

  constructor(plan: Plan) {
    const { steps } = plan;
    this.#figures = resolvePlanFigures(plan);
    this.#steps = buildTimeline(
      steps.length <= MAX_SEGMENTS ? steps.map(({ durationMs }) => durationMs ?? 30_000) : [1],
    );
  }

  show(frame: Frame): void {
    const { body } = document;
    body.dataset["phase"] = frame.phase;
    body.dataset["status"] = frame.status;
    setText("exercise", frame.exercise);
    setText("position", positionOf(frame));
    setText("word", wordOf(frame));
    setText("digits", digitsOf(frame));
    element("digits").style.setProperty("--columns", String(digitColumnsOf(frame)));
    setText("side", frame.side === null ? "" : frame.side === "left" ? "◄ LEFT" : "RIGHT ►");
    element("side").dataset["side"] = frame.side ?? "";
    setText("instruction", frame.instructions[0] ?? frame.sideMeaning);
    setText("next", `Next: ${frame.next}`);
    setText("elapsed", formatClock(frame.elapsedSeconds * 1000));
    setText("place", frame.placeText);
    setText("left", frame.leftText);
    setText("toggle", toggleLabelOf(frame));
    setText("done", doneLabelOf(frame));
    element("done").hidden = frame.status === "ready";
    this.#showTimeline(frame);
    this.showFigure(frame);
    this.#announce(frame);
  }

  /** Draws the figure of a frame; many times a second while it moves. */
  showFigure(frame: Frame): void {
    const figure = findFigure(this.#figures, frame);
    document.body.dataset["figure"] = figure ? "shown" : "none";
    const paths = figure ? drawFigurePaths(figure, resolveFigureMoment(figure, frame, this.#isStill), FIGURE_SIZE) : [];
    const drawn = paths.map(({ d, ink }) => d + ink).join();
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    for (const [index, path] of paths.entries()) this.#setPath(index, path);
    for (const extra of this.#paths.splice(paths.length)) extra.remove();
  }

  #setPath(index: number, { d, ink, isLine }: FigurePath): void {
    let path = this.#paths[index];
    if (!path) {
      path = document.createElementNS(SVG, "path");
      this.#paths.push(path);
      element<SVGElement>("figure").append(path);
    }
    path.setAttribute("d", d);
    path.setAttribute("class", isLine ? "line" : ink);
  }

  #showTimeline(frame: Frame): void {
    const { stepIndex, stepFill, elapsedSeconds, remainingSeconds, status } = frame;
    const share = status === "finished" ? 1 : elapsedSeconds / Math.max(1, elapsedSeconds + remainingSeconds);
    element("timeline").setAttribute("aria-valuenow", String(Math.round(share * 100)));
    const isWhole = this.#steps.length === 1;
    for (const [index, step] of this.#steps.entries()) {
      const done = status === "finished" || index < stepIndex ? 1 : index > stepIndex ? 0 : stepFill;
      const scale = `scaleX(${(isWhole ? share : done).toFixed(3)})`;
      if (step.style.transform !== scale) step.style.transform = scale;
    }
  }

  /** Steps are spoken, seconds are not. */
  #announce(frame: Frame): void {
    const key = `${frame.status} ${frame.stepIndex}`;
    if (key === this.#announced) return;
    this.#announced = key;
    setText("spoken", announcementOf(frame));
  }
}

function buildTimeline(weights: readonly number[]): readonly HTMLElement[] {
  const bars = weights.map((weight) => {
    const segment = document.createElement("i");
    segment.style.flexGrow = String(weight / 1000);
    const bar = document.createElement("b");
    segment.append(bar);
    return { segment, bar };
  });
  element("timeline").replaceChildren(...bars.map(({ segment }) => segment));
  return bars.map(({ bar }) => bar);
}
