export interface Measured {
  readonly minified: number;
  readonly gzipped: number;
}
/** What a page that says this would load: bundled and minified for browsers from what is installed in a folder; and which files it is made of. */
export function bundle(program: string, folder: string): Promise<Measured & { readonly text: string; readonly files: readonly string[] }>;
/** The same as Vite bundles it. */
export function viteBundle(program: string, folder: string): Promise<Measured>;
/** What pages of different kinds load, for the table of the guide. */
export const pages: readonly { readonly what: string; readonly program: string }[];
/** The lines between which the table stands in docs/guides/embedding.md. */
export const marks: readonly [string, string];
