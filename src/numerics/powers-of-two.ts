/** The exponent that stands at index 0 of {@link powersOfTwo}: the smallest subnormal number. */
export const lowestExponent = -1074;

/**
 * 2^e for every exponent a double can have; `powersOfTwo[e - lowestExponent]`. Multiplying by an entry is how the functions here scale:
 * writing exponent bits into a buffer and reading the double back stalls the processor, a table does not.
 */
export const powersOfTwo: Float64Array = /* @__PURE__ */ buildPowersOfTwo();

function buildPowersOfTwo(): Float64Array {
  const table = new Float64Array(1024 - lowestExponent);
  let power = 1;
  for (let e = 0; e < 1024; e++, power *= 2) table[e - lowestExponent] = power;
  power = 0.5;
  for (let e = -1; e >= lowestExponent; e--, power *= 0.5) table[e - lowestExponent] = power;
  return table;
}
