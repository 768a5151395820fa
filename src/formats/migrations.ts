import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import type { Leftovers } from './left';

type Data = Record<string, unknown>;

/** Brings a journey of one version of the format to the next: what it holds then, with what has no place any more written down. */
type Migration = (data: Data, left: Leftovers) => Data;

/** The version this library writes. */
export const currentVersion = 1;

/** Each step from one version to the next, by the version it starts from. What says no version is of the first that had none to say. */
const migrations: Readonly<Record<number, Migration>> = {
  0: (data) => ({ schemaVersion: 1, ...data }),
};

/** A journey of any version as one of the current: step by step, from the version it says. */
export function migrate(data: Data, left: Leftovers): Data {
  const said = data['schemaVersion'];
  let version = said ?? 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || (said !== undefined && version < 1) || version > currentVersion) {
    const isNewer = typeof version === 'number' && version > currentVersion;
    const hint = isNewer ? 'it was written by a newer version of the library: read it with that one' : undefined;
    const issue = { path: 'schemaVersion', expected: `a version from 1 to ${currentVersion}`, received: quote(said) };
    throw new JourneyError([{ code: isNewer ? 'out-of-range' : 'invalid-type', ...issue, ...(hint === undefined ? {} : { hint }) }]);
  }
  let migrated = data;
  for (; version < currentVersion; version++) migrated = migrations[version]!(migrated, left);
  return migrated;
}
