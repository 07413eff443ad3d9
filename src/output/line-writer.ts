/** Writes text to a stream whose reader may leave: a closed pipe is told once, and nothing is written after it. */
import type { Writable } from "node:stream";

/**
 * @param onClosed Called once, when the reader has gone (`null`) or the stream cannot be written to (its error).
 */
export function lineWriter(stream: Writable, onClosed: (error: Error | null) => void): (text: string) => void {
  let open = true;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (!open) return;
    open = false;
    onClosed(error.code === "EPIPE" ? null : error);
  });
  return (text) => {
    if (open && text !== "") stream.write(text);
  };
}
