/**
 * Some rounds of sfc32 on four 32-bit words: a one-to-one mixing in which, after twelve rounds, every bit of the first three words depends on every
 * bit that went in. Keys are made with it; the loops that draw words carry their own copy.
 */
export function stir(state: Int32Array, rounds: number): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  for (let i = 0; i < rounds; i++) {
    const word = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}
