import airport from '../samples/airport.json?raw';
import claim from '../samples/claim.json?raw';
import clinic from '../samples/clinic.json?raw';
import hotline from '../samples/hotline.csv?raw';
import onboarding from '../samples/onboarding.mmd?raw';
import weekend from '../samples/weekend.json?raw';

export interface Sample {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly text: string;
}

/** Journeys to begin with; the first is shown when nothing else is asked for. */
export const samples: readonly Sample[] = [
  { id: 'clinic', name: 'An afternoon at the clinic', what: '8 steps, 3 segments; invented', text: clinic },
  { id: 'claim', name: 'A claim by telephone', what: '6 steps with a failure and a recovery; invented', text: claim },
  { id: 'airport', name: 'Departing from San Francisco', what: '14 steps, 6 segments; ratings of 11,000 passengers', text: airport },
  { id: 'weekend', name: 'A weekend away', what: '20 steps, 5 segments; invented', text: weekend },
];

/** Small files of the other formats, to see how they are written. */
export const written = { csv: hotline, mermaid: onboarding };
