import { quote } from '../../errors/wording';
import { impossible, type Ground } from '../ground';
import { putInstead, type Recipe } from '../recipe';
import type { PreventFailureEdit } from '../types';
import { needFailure } from './failure';

export function planPreventFailure(ground: Ground, edit: PreventFailureEdit): Recipe | undefined {
  const has = needFailure(ground, edit.id);
  if (has === undefined) return undefined;
  const { found, failure } = has;
  if (edit.probability > failure.probability) {
    const hint = 'to make a failure more frequent, give update a new failure';
    return impossible(ground, 'probability', `at most ${failure.probability}, as often as it fails now`, quote(edit.probability), hint);
  }
  return putInstead(found, { ...found.unit, failure: { ...failure, probability: edit.probability } });
}
