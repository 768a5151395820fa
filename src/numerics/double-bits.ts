/**
 * A place to look at the bits of one double: write {@link doubleBits}[0], read {@link doubleWords}[{@link highWord}]. It is written and read
 * within one expression group and carries nothing between calls.
 */
export const doubleBits: Float64Array = /* @__PURE__ */ new Float64Array(1);
export const doubleWords: Int32Array = /* @__PURE__ */ new Int32Array(doubleBits.buffer);

/** Which of the two words holds sign and exponent: 1 on little-endian machines, 0 on big-endian ones. */
export const highWord: 0 | 1 = /* @__PURE__ */ findHighWord();

function findHighWord(): 0 | 1 {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
}
