/** Every language that cues can be spoken in, by its tag; another one is a file and a line here. */
import { ENGLISH } from "./en.ts";
import type { Language } from "./language.ts";

export const LANGUAGES: Readonly<Record<string, Language>> = { en: ENGLISH };
