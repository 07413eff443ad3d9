/** Pages of a form, one of each type. */
import type { ChecksPage, ChoicePage, InfoPage } from "../../../src/ui/form.ts";
import type { LegPicture } from "../../../src/ui/pictures/leg-picture.ts";

const side = (thigh: number, knee: number): LegPicture => ({ view: "side", thigh, knee, against: "level" });

export const THIGH: ChoicePage = {
  type: "choice",
  id: "thigh",
  title: "Thomas test",
  aside: "left side",
  text: "Where does the thigh rest?",
  short: "Thigh rests",
  help: ["Look from the side."],
  choices: [
    { value: "above", label: "Above level: the knee is higher", short: "above level", picture: side(20, 70) },
    { value: "parallel", label: "Level with the floor", short: "level", picture: side(0, 90) },
    { value: "below", label: "Below level: the knee hangs lower", short: "below level", picture: side(-14, 104) },
  ],
};
export const NUMBER = { ...THIGH, type: "number" as const, id: "degrees", check: () => null };
export const CHECKS: ChecksPage = {
  type: "checks",
  id: "applies",
  title: "Before you stretch",
  aside: "",
  text: "Does any of these apply to you?",
  short: "Applies to you?",
  help: ["Rule these out first."],
  urgent: { value: "numb", key: "e", label: "Numbness between the legs", short: "Numb" },
  checks: [
    { value: "hip", key: "1", label: "A hip joint that hurts, catches, locks or gives way", short: "Hip hurts" },
    { value: "night", key: "2", label: "Pain that wakes you at night", short: "Night pain" },
  ],
  none: { key: "n", label: "None of these", short: "None" },
};
export const READ: InfoPage = {
  type: "read",
  id: "read",
  title: "Thomas test",
  aside: "left side",
  elements: [
    { kind: "heading", text: "Left leg hangs" },
    { kind: "text", text: "Lie on your back at the edge of a firm table and let one leg hang." },
    { kind: "item", text: "One." },
    { kind: "alert", text: "See a doctor." },
    { kind: "small", text: "More in the guide." },
  ],
  enterHint: "start",
};
