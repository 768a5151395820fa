import { experiment } from 'peakend';
import { direction, signed, type Replication } from './replication';

function choosingMinusAssigned(affect: number): number {
  const assigned = { id: 'first', duration: 180, affect };
  const others = ['second', 'third', 'fourth'].map((id) => ({ id, duration: 180, affect }));
  return experiment({
    conditions: {
      assigned: { journey: { name: 'Tasting', interactions: [assigned] } },
      chosen: { journey: { name: 'Tasting', interactions: [{ ...assigned, choice: { options: others } }] } },
    },
    measure: 'rating',
    contrasts: { choosing: { of: 'chosen', versus: 'assigned' } },
    customers: 100,
    seed: 'R56',
  }).contrasts.choosing!.predicted;
}

export const r56: Replication = {
  id: 'R56',
  study: 'Botti & Iyengar 2004: choosing among good and among bad options',
  class: 'A',
  stimulus: 'Four options, all at +4 or all at −4, chosen or assigned (recon.).',
  verdict: 'holds',
  checks: () => [
    direction(
      'choosers minus non-choosers, good options',
      'defaults',
      signed(choosingMinusAssigned(4)),
      'above 0',
      choosingMinusAssigned(4) > 0,
    ),
    direction(
      'choosers minus non-choosers, bad options',
      'defaults',
      signed(choosingMinusAssigned(-4)),
      'below 0',
      choosingMinusAssigned(-4) < 0,
    ),
  ],
};
