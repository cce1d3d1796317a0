import { createContext } from 'svelte';
import type { Translate } from '../lib/words/translate';

/** What every part of a report needs to read it: words, and where things stand in the published file. */
export interface Reading {
  readonly t: Translate;
  /** Language of the policy, for its quotes; `undefined` where none was read. */
  readonly language: string | undefined;
  /** JSON pointer in the parsed policy → in the published file. */
  published(pointer: string): string;
  /** The file's author added this; the policy text for people does not say it. */
  isAdded(pointer: string): boolean;
  /** A processor's name for its id. */
  nameOf(id: string): string;
}

const context = createContext<Reading>();
export const getReading = context[0];
export const setReading = context[1];
