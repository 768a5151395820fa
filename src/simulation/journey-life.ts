import { bytesOf } from '../plain/bytes-of';
import type { Work } from '../plain/work';
import type { SegmentTally } from '../summary/segment-tally';
import { summarise, type Summaries } from '../summary/summarise';
import type { StudySettings } from './read-study';

/** One journey as the customers of every segment live it, as far as they have come. */
export class JourneyLife {
  /** One a segment, as soon as it has begun. */
  readonly tallies: SegmentTally[] = [];
  #summaries: { readonly customers: number; readonly made: Summaries } | undefined;

  /** How many customers of each segment are through; undefined while some segments have more than others. */
  customers({ segments }: StudySettings): number | undefined {
    const customers = this.tallies[0]?.customers ?? 0;
    return this.tallies.length === segments.length && this.tallies.every((tally) => tally.customers === customers) ? customers : undefined;
  }

  get bytes(): number {
    return this.tallies.reduce((sum, { bytes }) => sum + bytes, bytesOf(this.#summaries));
  }

  /** Nobody else is to live it: what nobody looks at once it is summed up is let go. */
  settle(): void {
    if (this.#summaries !== undefined && this.tallies.every(({ customers }) => customers === this.#summaries?.customers)) {
      for (const tally of this.tallies) tally.forgetSteps();
    }
  }

  /** Worked out once for so many customers. */
  *summaries({ segments, confidence, population }: StudySettings): Work<Summaries> {
    const { customers } = this.tallies[0]!;
    if (this.#summaries?.customers === customers) return this.#summaries.made;
    const weighted = segments.map(({ share }, index) => ({ tally: this.tallies[index]!, share }));
    const made = yield* summarise(weighted, confidence, population);
    this.#summaries = { customers, made };
    return made;
  }
}
