import { notExpressed, type Replication } from './replication';

export const r36: Replication = {
  id: 'R36',
  study: 'Li, Dai & Qi 2022: activities that fade at different rates',
  class: 'L',
  stimulus: 'As R35, one activity with a decay rate of its own.',
  note: 'Decay is a parameter of the memory, one for the whole journey: a step cannot have its own. A memory written as a function sees the curve and not which step it came from.',
  verdict: 'miss',
  checks: () => [notExpressed('the peak neither first nor last for an intermediate decay rate of its activity', 'an interior optimum')],
};
