import { type AnyComparison, type AnySimulation } from 'peakend';
import { emotionRibbon } from 'peakend/charts';
import { proposal } from './answer';
import type { Look, Picture } from './protocol';

/** A ribbon as any version of the library gives it: a text, or a picture that knows its title and description. */
type AnyRibbon = string | { readonly title?: string; readonly description?: string; toString(): string };
type Draw = (what: AnyComparison | AnySimulation, options: Readonly<Record<string, unknown>>) => AnyRibbon;

/**
 * As it is and as it could be in one picture. A library whose ribbon draws single journeys only draws the proposal alone: this function is
 * the one place that knows.
 */
export function picture(comparison: AnyComparison, { segment, width, theme }: Look): Picture {
  const draw = emotionRibbon as unknown as Draw;
  const common = { segment, title: comparison.baseline.journey.name };
  const ribbon = attempt(
    () => draw(comparison, { ...common, variant: proposal, width, theme }),
    () =>
      draw((comparison as AnyComparison & { variants: Record<string, { simulation: AnySimulation }> }).variants[proposal]!.simulation, {
        ...common,
        width: Math.max(480, width),
      }),
  );
  const written = typeof ribbon === 'string' ? {} : ribbon;
  return { svg: String(ribbon), title: written.title ?? common.title, description: written.description ?? '' };
}

let isOld = false;

function attempt<Value>(first: () => Value, otherwise: () => Value): Value {
  if (isOld) return otherwise();
  try {
    return first();
  } catch {
    const value = otherwise();
    isOld = true;
    return value;
  }
}
