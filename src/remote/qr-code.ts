/** An address as a QR code in half blocks, with the quiet zone that a phone needs, for dark and for light grounds. */
import { encode } from "uqr";

/** Light modules around the code; the standard asks for four. */
const QUIET_MODULES = 4;

/** By whether the upper and the lower half of a cell are dark. */
const HALF_BLOCKS = { "00": " ", "01": "▄", "10": "▀", "11": "█" } as const;

/**
 * Lines of half blocks, two modules a cell.
 *
 * @param inverted draws the light modules instead of the dark ones: for light characters on a dark ground.
 */
export function drawQrCode(text: string, inverted: boolean): readonly string[] {
  const { data, size } = encode(text, { ecc: "L", border: QUIET_MODULES });
  const isDrawn = (row: number, column: number) => (row < size ? (data[row]?.[column] ?? false) !== inverted : false);
  return Array.from({ length: Math.ceil(size / 2) }, (_, line) =>
    Array.from({ length: size }, (_, column) => {
      const [upper, lower] = [isDrawn(2 * line, column), isDrawn(2 * line + 1, column)];
      return HALF_BLOCKS[`${upper ? 1 : 0}${lower ? 1 : 0}`];
    }).join(""),
  );
}
