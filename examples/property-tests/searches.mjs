/**
 * Three standards for the proposals for a clinic, as data for `findCounterexample`.
 */
import { noSegmentWorse } from 'peakend';
import { lounge, otherDesk, screen, visit } from './clinic.mjs';

const search = { baseline: visit, runs: 150, seed: 'clinic' };

/** A screen that says who is next keeps people in the waiting room. */
export const screenKeepsPeople = { ...search, variant: screen, standard: noSegmentWorse('completed', { margin: 0.005 }) };

/** Nobody is worse off by waiting longer in a lounge. */
export const loungeHurtsNobody = { ...search, variant: lounge, standard: noSegmentWorse('satisfaction', { margin: 1 }) };

/** Nobody is worse off at the other desk: true, but with nothing to spare, so no number of customers can show it. */
export const desksAreAlike = { ...search, variant: otherDesk, standard: noSegmentWorse('satisfaction') };
