/** Patches to Ink: what has not changed is neither laid out nor styled again. How patches work: package-patches.mjs. */

/**
 * Texts that stand side by side on their rows need no canvas: with the spaces between them they are the rows. Otherwise
 * Ink takes every line apart into characters and puts it together again in every frame. What overlaps or is clipped still
 * goes that way.
 */
const JOINED_ROWS = `
const joinRows = (output, widths) => {
  const rows = new Array(output.height).fill("");
  const ends = new Array(output.height).fill(0);
  for (const operation of output.operations) {
    if (operation.type !== "write") return null;
    const { x, y } = operation;
    const lines = styledLinesOf(operation, widths);
    for (let index = 0; index < lines.length; index++) {
      const { line, width } = lines[index];
      const row = y + index;
      if (line === "" || row >= rows.length) continue;
      if (row < 0 || x < ends[row]) return null;
      rows[row] += " ".repeat(x - ends[row]) + line;
      ends[row] = x + width;
    }
  }
  return { output: rows.map((row) => row.trimEnd()).join("\\n"), height: rows.length };
};
`;

/** The lines of a text that has not changed since the last frame are those of the last frame. */
const STYLED_LINES = `
const styledLinesOf = ({ node, text, transformers }, widths) => {
  const before = node?.styled;
  if (before?.text === text && before.transformers.every((one, index) => one === transformers[index])) return before.lines;
  const lines = text.split("\\n").map((part, index) => {
    const line = transformers.reduce((line, transform) => transform(line, index), part);
    return { line, width: widths.getStringWidth(line) };
  });
  if (node) node.styled = { text, transformers, lines };
  return lines;
};
`;

/** What a text element shows in the columns that the layout gives it. */
const SHOWN_TEXT = `
const shownTextOf = (node, columns) => {
  const text = squashTextNodes(node);
  return measureText(text).width > columns ? wrapText(text, columns, node.style.textWrap ?? "wrap") : text;
};
`;
const SHOW_TEXT = `
            const maxWidth = getMaxWidth(yogaNode);
            const text = shownTextOf(node, maxWidth);
            if (text.length > 0) output.write(x, y, text, { transformers: newTransformers, node, maxWidth });
            return;
        }`;

/** Until the next layout every text keeps its place, so that the tree need not be walked to find it. */
const DRAWN_IN_PLACE = `
export const drawInPlace = (root, output) => {
  if (root.placed) {
    output.operations = root.placed.map((operation) => ({
      ...operation,
      text: shownTextOf(operation.node, operation.maxWidth),
      transformers: [operation.node.internal_transform, ...operation.transformers.slice(1)],
    }));
    return;
  }
  renderNodeToOutput(root, output, { skipStaticElements: true });
  // Borders and what is clipped are drawn from the tree.
  if (output.operations.every(({ node }) => node)) root.placed = output.operations;
};
export default renderNodeToOutput;`;

/** A text that takes as much room as before, and had enough of it, moves nothing. */
const KEPT_SIZE = `
const keepsItsSize = (textNode) => {
  let node = textNode.parentNode;
  while (node && !node.yogaNode) node = node.parentNode;
  if (!node?.measured) return false;
  const { width, height, leastRoom } = node.measured;
  const now = measureText(squashTextNodes(node));
  return now.width === width && now.height === height && width <= leastRoom;
};
export const setTextNodeValue`;

/** One set of caches for all frames, renewed before it grows large. */
const SHARED_CACHES = `
let kept = new OutputCaches();
const keptCaches = () => {
  if (kept.styledChars.size + kept.widths.size > 1000) kept = new OutputCaches();
  return kept;
};
`;

/** @type {{ package: string, file: string, why: string, replace: [string | RegExp, string][] }[]} */
export const INK_PATCHES = [
  {
    package: "ink",
    file: "build/reconciler.js",
    why: "leave the developer tools out, whose loading is a top-level await",
    replace: [
      [/^if \(isDev\(\)\) \{[\s\S]*?^\}$/m, ""],
      [/isDev\(\)\s*\? await loadPackageJson\(\)\s*: /, ""],
      [/^async function loadPackageJson\(\) \{[\s\S]*?^\}$/m, ""],
    ],
  },
  {
    package: "ink",
    file: "build/components/ErrorBoundary.js",
    why: "leave out the picture of an error, which goes with the screen, and what takes stacks apart for it",
    replace: [
      ["import ErrorOverview from './ErrorOverview.js';\n", ""],
      ["return React.createElement(ErrorOverview, { error: this.state.error });", "return null;"],
    ],
  },
  {
    package: "ink",
    file: "build/output.js",
    why: "keep the caches of lines between frames (a third of all drawing)",
    replace: [
      ["    caches = new OutputCaches();", "    caches = keptCaches();"],
      ["export default class Output", `${SHARED_CACHES}${STYLED_LINES}${JOINED_ROWS}export default class Output`],
      [
        "    get() {",
        "    get() {\n        const joined = joinRows(this, this.caches);\n        if (joined) return joined;",
      ],
      [
        "            transformers,\n        });",
        "            transformers,\n            node: options.node,\n            maxWidth: options.maxWidth,\n        });",
      ],
    ],
  },
  {
    package: "ink",
    file: "build/squash-text-nodes.js",
    why: "not search every text for control characters again, which ours are cleaned of (a tenth of all drawing)",
    replace: [
      ["import sanitizeAnsi from './sanitize-ansi.js';\n", ""],
      ["return sanitizeAnsi(text);", "return text;"],
    ],
  },
  {
    package: "ink",
    file: "build/render-node-to-output.js",
    why: "reuse the measurement from layout (an eighth of all drawing), and the places of texts until the next one",
    replace: [
      ["import widestLine from 'widest-line';", "import measureText from './measure-text.js';"],
      [/^ {12}let text = squashTextNodes\(node\);\n[\s\S]*?\n {12}return;\n {8}\}/m, SHOW_TEXT.slice(1)],
      ["const renderNodeToOutput = (", `${SHOWN_TEXT}const renderNodeToOutput = (`],
      ["export default renderNodeToOutput;", DRAWN_IN_PLACE],
    ],
  },
  {
    package: "ink",
    file: "build/renderer.js",
    why: "draw texts in their places until the next layout",
    replace: [
      ["import renderNodeToOutput, {", "import renderNodeToOutput, { drawInPlace,"],
      [
        "renderNodeToOutput(node, output, {\n            skipStaticElements: true,\n        });",
        "drawInPlace(node, output);",
      ],
    ],
  },
  {
    package: "ink",
    file: "build/ink.js",
    why: "lay out only what has changed its size",
    replace: [
      [
        "this.rootNode.yogaNode.calculateLayout(",
        "if (this.rootNode.placed && !this.rootNode.yogaNode.isDirty()) return;\n        this.rootNode.placed = undefined;\n        this.rootNode.yogaNode.calculateLayout(",
      ],
    ],
  },
  {
    package: "ink",
    file: "build/dom.js",
    why: "lay out only what has changed its size",
    replace: [
      [
        "    const dimensions = measureText(text);\n",
        "    const dimensions = measureText(text);\n    node.measured = { ...dimensions, leastRoom: Math.min(width, node.measured?.leastRoom ?? width) };\n",
      ],
      ["export const setTextNodeValue", KEPT_SIZE],
      [
        "    node.nodeValue = text;\n    markNodeAsDirty(node);",
        "    node.nodeValue = text;\n    if (!keepsItsSize(node)) markNodeAsDirty(node);",
      ],
    ],
  },
  {
    package: "ink",
    file: "build/measure-text.js",
    why: "evict old lines: every line ever shown was cached",
    replace: [
      [
        "    cache.set(text, dimensions);",
        "    if (cache.size > 500) cache.clear();\n    cache.set(text, dimensions);",
      ],
    ],
  },
];
