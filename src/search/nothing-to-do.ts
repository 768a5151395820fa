import { JourneyError } from '../errors/journey-error';

/** Where not one design is left besides the journey as it is. */
export function nothingToDo(path: string): JourneyError {
  const hint = 'look at budget and maxEdits, at what after and pin hold in place, and with ease at which steps have effort';
  return new JourneyError([
    { code: 'conflict', path, expected: 'something that can be done', received: 'nothing within the limits', hint },
  ]);
}
