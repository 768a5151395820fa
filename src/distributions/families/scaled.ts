import { amount, inside, type Family, type Typed } from '../family';
import type { NumberRule } from '../fields';

const notZero: NumberRule = { expected: 'a number other than 0', holds: (value) => value !== 0 };

/** The scaling, its public type and constructor standing where the whole catalogue is known. */
export const scaledFamily: Family<{
  readonly type: 'scaled';
  readonly distribution: Typed;
  readonly scale: number;
  readonly shift: number;
}> = {
  type: 'scaled',
  fields: { distribution: /* @__PURE__ */ inside(), scale: /* @__PURE__ */ amount(notZero), shift: /* @__PURE__ */ amount() },
  simplify: (outer, { scale, shift }, simplify) => simplify(outer.distribution, scale * outer.scale, shift + scale * outer.shift),
};
