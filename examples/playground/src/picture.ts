import type { AnyComparison } from 'peakend';
import { emotionRibbon } from 'peakend/charts';
import { proposal } from './answer';
import type { Look, Picture } from './protocol';

/** As it is and as it could be in one picture. */
export function picture(comparison: AnyComparison, { segment, width, theme }: Look): Picture {
  const { svg, title, description } = emotionRibbon(comparison, {
    segment,
    title: comparison.baseline.journey.name,
    variant: proposal,
    width: Math.max(320, width),
    theme,
  });
  return { svg, title, description };
}
