/** A program out of the documentation: blocks that share one scope, each with the line of the file where its code begins (from 1). */
export interface Snippet {
  /** The file it stands in, from the root of the repository. */
  readonly file: string;
  readonly line: number;
  readonly language: 'ts' | 'js';
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly line: number;
  readonly code: string;
  /** All that the block is said to print, and where that is said. */
  readonly output?: { readonly line: number; readonly text: string };
}
