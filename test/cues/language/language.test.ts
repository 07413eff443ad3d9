/** An exercise's own texts as they are spoken: whole sentences, each once. */
import { expect, it } from "vitest";
import { normaliseVariants, toSentence } from "../../../src/cues/language/language.ts";

it.each([
  ["Take 2.5 kg", "Take 2.5 kg."],
  ["Lift. Then lower", "Lift. Then lower."],
  ["Lift. Then lower.", "Lift. Then lower."],
])("“%s” is said as a sentence that ends: “%s”", (text, sentence) => {
  expect(toSentence(text)).toBe(sentence);
});

it("wordings that are empty or the same are said once, in their order", () => {
  expect(normaliseVariants(["Kneel and lean.", "", "Kneel.", "Kneel."])).toEqual(["Kneel and lean.", "Kneel."]);
});
