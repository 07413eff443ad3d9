/** What the checker says of a file. */
import { formatFault } from "../../src/catalog/faults.ts";
import { validateFile } from "../../src/catalog/validate.ts";
import { parseJsonBytes } from "../../src/files/read-json.ts";

/** The faults of a file, which is a text or what JSON would say. */
export async function faultsIn(file: unknown): Promise<string[]> {
  const text = typeof file === "string" ? file : JSON.stringify(file, null, 2);
  const read = parseJsonBytes("my.json", Buffer.from(text));
  if (!read.ok) return [formatFault(read.fault)];
  const result = await validateFile(read.source, { findDuplicates: true });
  return result.ok ? [] : result.faults.map(formatFault);
}
