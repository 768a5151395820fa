import { fromColumns } from './from-columns';
import { fromLog } from './from-log';
import { fromSamples } from './from-samples';

/** Readers of what people felt moment by moment: see {@link fromSamples}, {@link fromColumns} and {@link fromLog}. */
export const recordings = /* @__PURE__ */ Object.freeze({ fromSamples, fromColumns, fromLog });
