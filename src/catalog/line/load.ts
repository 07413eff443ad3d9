/** The loads in a line: "@20kg", "20kg", "@green band", or one for each set: "@22kg-20kg-18kg". */
import { formatCount } from "../../text/sentence.ts";
import { isPlainName, takeName } from "./names.ts";
import type { Scanner } from "./scanner.ts";
import type { LineBlock, LineValues } from "./types.ts";

const WEIGHT = /^(\d+(?:\.\d+)?)\s*(kg|lbs?)(?![\p{L}\p{N}])/iu;

/** Whether a weight comes next: behind a name it needs no sign. */
export function isWeightNext(scanner: Scanner): boolean {
  return scanner.matches(WEIGHT);
}

/** The fields of a block with the load, or the loads of its sets, that come next. @param at where the load begins. */
export function takeLoad(scanner: Scanner, { sets }: LineBlock, at: number): Pick<LineBlock, "load" | "sets"> {
  const loads = [expectLoad(scanner)];
  while (scanner.take("-")) loads.push(expectLoad(scanner));
  const [only] = loads;
  if (loads.length === 1 && only !== undefined) return { load: only };
  const values: readonly LineValues[] =
    typeof sets === "object" ? sets : Array.from({ length: sets ?? loads.length }, () => ({}));
  if (values.length !== loads.length)
    scanner.fail(`${formatCount(loads.length, "load")} for ${formatCount(values.length, "set")}`, at);
  return { sets: values.map((own, index) => ({ ...own, load: loads[index] as string })) };
}

function expectLoad(scanner: Scanner): string {
  const weight = WEIGHT.exec(scanner.line.slice(scanner.at));
  if (weight) {
    scanner.at += weight[0].length;
    return `${weight[1]} ${weight[2]?.toLowerCase().slice(0, 2)}`;
  }
  const name = takeName(scanner, () => null);
  return name?.text ?? scanner.fail(`expected a load, such as @20kg or @green band, ${scanner.describeNext()}`);
}

/** Whether text can be written as a load without quotes. */
export function isPlainLoad(text: string): boolean {
  const weight = WEIGHT.exec(text);
  if (weight) return weight[0] === text && text === `${weight[1]} ${weight[2]?.toLowerCase().slice(0, 2)}`;
  return isPlainName(text);
}
