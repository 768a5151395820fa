import type { LevelRefusal, LevelResidual } from './anchor-types';
import type { Levels } from './answers-at-levels';
import { errorVariance, figureIn, type Target } from './find-levels';
import type { LevelRow } from './level-parameters';
import { targetOfFigure, targetsOf, type Sought } from './targets';
import { figureNames, type FigureName } from './observed-types';

/** Everything measured, and who answers it. */
export interface Looked extends Omit<Sought, 'scope'> {
  readonly ids: readonly string[];
  readonly before: readonly Levels[];
  readonly after: readonly Levels[];
  readonly by: 'overall' | 'segment';
  readonly refused: readonly LevelRefusal[];
}

/** Every measured figure beside what the journey answers, everybody first. */
export function residualsOf(looked: Looked): LevelResidual[] {
  const { ids, answers, shares, figures, by, refused, allowed } = looked;
  const scopes = [...figures.keys()].sort((a, b) => a - b);
  return scopes.flatMap((scope) => {
    const segment = scope === -1 ? 'overall' : ids[scope]!;
    const names: (FigureName | 'csat.sd')[] = figureNames.flatMap((name) => (name === 'csat' ? (['csat', 'csat.sd'] as const) : [name]));
    const setting = targetsOf({ scope: by === 'overall' ? -1 : scope, answers, shares, figures, allowed });
    return names.flatMap((name): LevelResidual[] => {
      const target = targetOfFigure(name, scope, looked);
      if (target === undefined) return [];
      const own =
        scope === -1 || target.crowd.answers.length > 1 ? looked : { before: [looked.before[scope]!], after: [looked.after[scope]!] };
      const anchored = figureIn(target.crowd, name, own.after);
      const standardError = Math.sqrt(errorVariance(target, own.after));
      const difference = anchored - target.value;
      return [
        {
          figure: name,
          segment,
          observed: target.value,
          n: target.n,
          before: figureIn(target.crowd, name, own.before),
          anchored,
          difference,
          standardError,
          z: standardError > 0 ? difference / standardError : 0,
          used:
            isUsed(name, scope, setting, looked) &&
            !refused.some((one) => one.figure === name && one.segment === (by === 'overall' ? 'overall' : segment)),
        },
      ];
    });
  });
}

/** Whether a figure took part in setting a level: by itself, or among segments that were taken together. */
function isUsed(name: FigureName | 'csat.sd', scope: number, setting: ReadonlyMap<LevelRow, Target>, { figures, by }: Looked): boolean {
  if (![...setting.values()].some(({ figure }) => figure === name)) return false;
  if (by === 'segment') return scope >= 0;
  const whole = figures.get(-1);
  const wholeHasIt = name === 'csat.sd' ? whole?.csat?.sd !== undefined : whole?.[name] !== undefined;
  return scope === -1 || !wholeHasIt;
}
