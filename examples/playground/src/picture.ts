import type { AnyComparison } from 'peakend';
import { emotionRibbon } from 'peakend/charts';
import { proposal } from './answer';
import type { Look } from './protocol';

/** As it is and, where anything is proposed, as it could be in one picture. */
export function picture(comparison: AnyComparison, isChanged: boolean, { segment, width, theme }: Look): string {
  const options = { segment, title: 'How it feels', width: Math.max(320, width), theme };
  return (
    isChanged
      ? emotionRibbon(comparison, { ...options, variant: proposal })
      : emotionRibbon(comparison.baseline, { ...options, subtitle: 'Affect from \u221210 (worst) to +10 (best)' })
  ).svg;
}
