/** Answers of a test and of a screening, as they are typed, and the files in which they are kept. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const ASKING = { UNWIND_SCREENING: "on" };
export const LEFT = "pain=no,back=flat,thigh=above,rotation=none,drop=yes,thigh-degrees=12";
export const RIGHT = "thigh=below,pain=no,rotation=none,knee=90";
export const ALL_NO = "emergency=no,hip=no,groin=no,back=no,numbness=no,imbalance=no,injury=no,night=no,general=no";

/** The files of a kind that were kept. */
export function kept(home: string, kind: string): { name: string; content: Record<string, unknown> }[] {
  return readdirSync(join(home, kind), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ name, content: JSON.parse(readFileSync(join(home, kind, name), "utf8")) }));
}
