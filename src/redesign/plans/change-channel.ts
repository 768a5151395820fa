import { needUnit, type Ground } from '../ground';
import { putInstead, type Recipe } from '../recipe';
import type { ChangeChannelEdit } from '../types';

export function planChangeChannel(ground: Ground, edit: ChangeChannelEdit): Recipe | undefined {
  const found = needUnit(ground, edit.id, 'id');
  return found && putInstead(found, { ...found.unit, channel: edit.channel });
}
