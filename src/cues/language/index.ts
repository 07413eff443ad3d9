/** The language that cues are spoken in. A language is a file of all its phrases; another one would be chosen here. */
import { ENGLISH } from "./en.ts";
import type { Language } from "./language.ts";

export const SPOKEN_LANGUAGE: Language = ENGLISH;
