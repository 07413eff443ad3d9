/**
 * Replaces two helpers that esbuild puts into each file. Where one chunk uses another, they copy every export, with a getter
 * each, at both ends: some thousands of definitions for a command. Here a chunk is passed on as it is.
 */

const NAME = "[\\w$]+";

/** `w=e=>copy(define({},"__esModule",{value:!0}),e)`: what an ES module gives to `require`. */
const TO_COMMON_JS = new RegExp(
  `(${NAME})=(${NAME})=>${NAME}\\((${NAME})\\(\\{\\},"__esModule",\\{value:!0\\}\\),\\2\\)`,
  "g",
);

/** `l=(e,t,s)=>(s=e!=null?create(prototypeOf(e)):{},copy(t||!e||!e.__esModule?define(s,…):s,e))`: what `import` gives of one. */
const TO_ES_MODULE = new RegExp(
  `(${NAME})=\\((${NAME}),(${NAME}),(${NAME})\\)=>\\(\\4=\\2!=null\\?(${NAME})\\(${NAME}\\(\\2\\)\\):\\{\\},${NAME}\\(` +
    `\\3\\|\\|!\\2\\|\\|!\\2\\.__esModule\\?(${NAME})\\(\\4,"default",\\{value:\\2,enumerable:!0\\}\\):\\4,\\2\\)\\)`,
  "g",
);

/**
 * A minified file with the short helpers. Its length stays the same, so that its source map does.
 *
 * @throws Error if the file has modules, but not the helpers that are known: esbuild has changed.
 */
export function shortenModuleHelpers(name, text) {
  let found = 0;
  const replace = (long, short) => {
    found += 1;
    if (short.length > long.length) throw new Error(`${name}: a helper of esbuild is shorter than its replacement`);
    return short.padEnd(long.length);
  };
  const shortened = text
    .replace(TO_COMMON_JS, (all, helper, exported, define) =>
      replace(all, `${helper}=${exported}=>${define}(${exported},"__esModule",{value:!0})`),
    )
    // A module of another kind (Node's own, React) is inherited from: its exports are those of the result.
    .replace(TO_ES_MODULE, (all, helper, module, isNode, result, create, define) =>
      replace(
        all,
        `${helper}=(${module},${isNode},${result})=>${isNode}||!${module}||!${module}.__esModule?` +
          `${define}(${create}(${module}??null),"default",{value:${module},enumerable:!0}):${module}`,
      ),
    );
  if (found === 0) throw new Error(`${name}: the helpers of esbuild are not as module-helpers.mjs knows them`);
  return shortened;
}
