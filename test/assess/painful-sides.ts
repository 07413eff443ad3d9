/** Sides that hurt in a test, and which sides an exercise loads. */
import type { PainfulSide } from "../../src/assess/omit-painful-sides.ts";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import type { Side } from "../../src/terms.ts";
import { SCREENING, TABLE } from "./answers-of.ts";

export const { exercises, routines } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });
export const TABLES = { thomas: TABLE, screening: SCREENING };

export const NOW = Date.parse("2026-11-23T08:00:00.000Z");
export const LEFT: PainfulSide = { side: "left", testedAt: "2026-11-22T08:00:00.000Z", testedOn: "22 Nov" };
export const RIGHT: PainfulSide = { side: "right", testedAt: "2026-11-20T08:00:00.000Z", testedOn: "20 Nov" };
export const COMBINATIONS = [[LEFT], [RIGHT], [LEFT, RIGHT]] as const;

/** The sides that a step of an exercise works or loads: both, unless the table says that the other one is spared. */
export function loadedSides({ id, sides }: Exercise, side: Side | null): readonly Side[] {
  return sides.mode === "each" && side && TABLE.leaveAlone.spares.includes(id) ? [side] : ["left", "right"];
}
