import { deepFreeze } from '../plain/deep-freeze';
import { markAs } from '../plain/made-here';
import { withDisplay } from '../words/display';
import { journeyPage } from './journey-page';
import type { Journey } from './types';

/** A journey in its canonical form, finished: known as such wherever it turns up, shown as a table by notebooks, and frozen. */
export function madeJourney(resolved: Journey): Journey {
  markAs('journey', resolved);
  return deepFreeze(withDisplay(resolved, journeyPage));
}
