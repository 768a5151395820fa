/** Any of the fields: what is left out, or undefined, stays as it is. */
export type Some<Data> = { readonly [Key in keyof Data]?: Data[Key] | undefined };

/** A type some of whose fields have a default, and so may be left out. */
export type WithDefaults<Data, Optional extends keyof Data> = Omit<Data, Optional> & Partial<Pick<Data, Optional>>;

/**
 * A type as people write it: some fields take more than the library keeps (a text for seconds), and a field that may be left out may also be
 * there and undefined, as the state of a form has it. Words and optionality of every field are those of the original.
 */
export type AsWritten<Data, Changed extends { readonly [Key in keyof Data]?: unknown } = Record<never, never>> = {
  readonly [Key in keyof Data]:
    (Key extends keyof Changed ? Changed[Key] : Data[Key]) | (Record<never, never> extends Pick<Data, Key> ? undefined : never);
};
