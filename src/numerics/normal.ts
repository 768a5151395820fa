import { exp } from './exp';
import { log } from './log';

/**
 * The standard normal quantile of a probability: algorithm AS 241 (Wichura 1988), about 1 part in 10^15. 0 gives −Infinity, 1 Infinity, a number
 * outside 0 … 1 NaN. Near 1 it is as exact as 1 − p itself: for a probability close to 1 ask for the other tail and turn the sign.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r + 13731.69376550946) * r +
          1971.5909503065513) *
          r +
          133.14166789178438) *
          r +
          3.3871328727963665)) /
      (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r + 5394.196021424751) * r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
        1)
    );
  }
  const tail = q < 0 ? p : 1 - p;
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : NaN;
  const distance = Math.sqrt(-log(tail));
  const size = distance <= 5 ? nearTail(distance - 1.6) : farTail(distance - 5);
  return q < 0 ? -size : size;
}

function nearTail(r: number): number {
  return (
    (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r + 3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
      1.4234371107496835) /
    (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) * r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
      1)
  );
}

function farTail(r: number): number {
  return (
    (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) * r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
      6.657904643501103) /
    (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r + 0.0007868691311456133) * r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
      1)
  );
}

/**
 * The probability that a standard normal number is at most z (Cody 1969), to about 1e-15 of itself, also deep in the lower tail; 0 below −38.6.
 * For the upper tail ask for `normalCdf(-z)`.
 */
export function normalCdf(z: number): number {
  const size = z < 0 ? -z : z;
  if (size <= 0.67448975) {
    const square = z * z;
    const above =
      (((0.06568233791820745 * square + 2.2352520354606837) * square + 161.02823106855587) * square + 1067.6894854603709) * square +
      18154.98125334356;
    const below = (((square + 47.202581904688245) * square + 976.0985517377767) * square + 10260.932208618979) * square + 45507.78933502673;
    return 0.5 + (z * above) / below;
  }
  if (!(size <= 40)) return z > 0 ? 1 : z < 0 ? 0 : NaN;
  const tail = gaussian(size) * (size <= 5.656854249492381 ? middleTail(size) : outerTail(size));
  return z < 0 ? tail : 1 - tail;
}

/** e^(−z²/2) with z² taken in two parts: the first exact, so that a large square does not magnify its rounding. */
function gaussian(z: number): number {
  const coarse = Math.floor(z * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (z - coarse) * (z + coarse));
}

function middleTail(z: number): number {
  const above =
    (((((((1.0765576773720192e-8 * z + 0.39894151208813466) * z + 8.883149794388377) * z + 93.50665613217785) * z + 597.2702763948002) * z +
      2494.5375852903726) *
      z +
      6848.190450536283) *
      z +
      11602.65143764735) *
      z +
    9842.714838383978;
  const below =
    (((((((z + 22.266688044328117) * z + 235.387901782625) * z + 1519.3775994075547) * z + 6485.558298266761) * z + 18615.571640885097) *
      z +
      34900.95272114598) *
      z +
      38912.00328609327) *
      z +
    19685.429676859992;
  return above / below;
}

function outerTail(z: number): number {
  const w = 1 / (z * z);
  const above =
    ((((0.023073441764940174 * w + 0.215898534057957) * w + 0.12740116116024736) * w + 0.022235277870649807) * w + 0.0014216191932278934) *
      w +
    2.9112874951168793e-5;
  const below =
    ((((w + 1.284260096144911) * w + 0.4682382124808651) * w + 0.06598813786892856) * w + 0.0037823963320275824) * w + 7.297515550839662e-5;
  return (0.3989422804014327 - (w * above) / below) / z;
}
