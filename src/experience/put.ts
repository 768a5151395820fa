import type { OutcomeName } from './outcomes';

/** Keeps an outcome's column, which is only made where somebody asks for it. */
export type Put = (name: OutcomeName, make: () => Float64Array | undefined) => void;
