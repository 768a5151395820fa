import { palettes } from '../ribbon/palette';

const palette = palettes.light;

/** The few colours of a report: those of its pictures. */
export const ink = {
  page: palette.page,
  text: palette.ink,
  muted: palette.muted,
  rule: palette.grid,
  zero: palette.axis,
  better: palette.line,
  worse: palette.peak,
} as const;
