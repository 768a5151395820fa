import { notExpressed, type Replication } from './replication';

export const r62: Replication = {
  id: 'R62',
  study: 'Smith, Bolton & Wagner 1999: recovery that matches the failure',
  class: 'B',
  stimulus: 'A failure of outcome or of process, followed by compensation or an apology.',
  note: 'A failure is a shift of affect and some time, a recovery the same upwards. Neither has a kind, so nothing can match.',
  verdict: 'miss',
  checks: () => [notExpressed('compensation works better for outcomes, apology for process', 'an interaction')],
};
