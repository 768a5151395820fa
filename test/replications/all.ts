import { r01 } from './r01-cold-pressor';
import { r04 } from './r04-colonoscopy-trial';
import { r05 } from './r05-colonoscopy-return';
import { r06 } from './r06-colonoscopy-records';
import { r08 } from './r08-noise';
import { r0809 } from './r08-r09-order';
import { r09 } from './r09-ramps';
import { r18 } from './r18-pain-patterns';
import { r19 } from './r19-segmentation';
import { r20 } from './r20-breaks';
import { r21 } from './r21-sliders';
import { r23 } from './r23-challenge';
import { r24 } from './r24-labour';
import { r25 } from './r25-vacation';
import { r26 } from './r26-virtual-reality';
import { r27 } from './r27-music';
import { r28 } from './r28-money';
import { r29 } from './r29-lunch';
import { r31 } from './r31-retention';
import { r32 } from './r32-last-chocolate';
import { r33 } from './r33-planned-order';
import { r34 } from './r34-velocity';
import { r35 } from './r35-sequence-theorem';
import { r36 } from './r36-activity-decay';
import { r37 } from './r37-season-bundle';
import { r38 } from './r38-telephone-call';
import { r39 } from './r39-hanging-up';
import { r40 } from './r40-progress-bar';
import { r41 } from './r41-bus-countdown';
import { r43 } from './r43-queue-information';
import { r44 } from './r44-expected-time';
import { r45 } from './r45-shifts';
import { r48 } from './r48-stage-of-delay';
import { r49 } from './r49-baggage';
import { r50 } from './r50-labour-illusion';
import { r51 } from './r51-endowed-progress';
import { r54 } from './r54-jam';
import { r56 } from './r56-choosing';
import { r57 } from './r57-blood-donors';
import { r58 } from './r58-two-wins';
import { r59 } from './r59-together-or-apart';
import { r60 } from './r60-shortfall';
import { r62 } from './r62-matched-recovery';
import { r63 } from './r63-patience';
import type { Replication } from './replication';

/** Every experiment that the project's list of published results names, in its order. */
export const replications: readonly Replication[] = [
  r01,
  r04,
  r05,
  r06,
  r08,
  r09,
  r0809,
  r18,
  r19,
  r20,
  r21,
  r23,
  r24,
  r25,
  r26,
  r27,
  r28,
  r29,
  r31,
  r32,
  r33,
  r34,
  r35,
  r36,
  r37,
  r38,
  r39,
  r40,
  r41,
  r43,
  r44,
  r45,
  r48,
  r49,
  r50,
  r51,
  r54,
  r56,
  r57,
  r58,
  r59,
  r60,
  r62,
  r63,
];
