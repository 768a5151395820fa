import { addChoice, normal } from 'peakend';

/** A lane that people at security may choose instead. How it feels and what it costs is made up. */
export const fastLane = addChoice(
  'security',
  [
    {
      id: 'fast-lane',
      kind: 'wait',
      duration: '3 to 8 min',
      affect: normal({ mean: 5, sd: 3 }),
      wait: { occupied: 0.4, tolerance: '24 h' },
    },
  ],
  { cost: 400_000 },
);
