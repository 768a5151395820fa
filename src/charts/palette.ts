/** Few colours, told apart by lightness as well as hue, so that they hold for colour-blind readers and in grayscale. Marks also differ in shape. */
export const palette = {
  page: '#ffffff',
  ink: '#1f2328',
  muted: '#59626d',
  grid: '#e3e6ea',
  zero: '#79828d',
  wait: '#f2efe8',
  band: '#a9cbe6',
  line: '#0b4f83',
  peak: '#c4500b',
  bar: '#d8a27f',
} as const;

export const fonts = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
