/** What a key press means on the home screen. */
import type { HomeState } from "../layout/home.ts";

export interface HomeOutcome {
  readonly state: HomeState;
  readonly does?: "start" | "leave";
}

/** `q` leaves as long as nothing was typed: after that it is a letter like any other. */
export function homePressed(state: HomeState, key: string, count: number): HomeOutcome {
  const last = Math.max(0, count - 1);
  switch (key) {
    case "up":
      return { state: { ...state, chosen: Math.max(0, state.chosen - 1) } };
    case "down":
      return { state: { ...state, chosen: Math.min(last, state.chosen + 1) } };
    case "enter":
      return { state, does: "start" };
    case "escape":
      return state.filter === "" ? { state, does: "leave" } : { state: { filter: "", chosen: 0 } };
    case "backspace":
      return { state: { filter: Array.from(state.filter).slice(0, -1).join(""), chosen: 0 } };
    case "space":
      return state.filter === "" ? { state, does: "start" } : { state: { filter: `${state.filter} `, chosen: 0 } };
  }
  if (key === "q" && state.filter === "") return { state, does: "leave" };
  return isTyped(key) ? { state: { filter: state.filter + key, chosen: 0 } } : { state };
}

function isTyped(key: string): boolean {
  return Array.from(key).length === 1 && /[\p{L}\p{N}\p{P}]/u.test(key);
}
