import { fillFromNormals, fillFromUniforms, type Sampler } from '../../src/distributions/fill-columns';
import { compileSampler } from '../../src/distributions/sampler';
import type { Distribution } from '../../src/distributions/families';
import type { Segment } from '../../src/journey/types';
import { normalFromWord } from '../../src/numerics/normal-from-word';
import type { Purpose } from '../../src/random/purposes';
import { rootKey, type RootKey } from '../../src/random/root-key';
import { fillWords, uniformFromWord } from '../../src/random/stream';
import { hashId, streamKey } from '../../src/random/stream-key';

type Parameter = number | Distribution;

const samplers = new Map<string, Sampler>();

function samplerOf(distribution: Distribution): Sampler {
  const key = JSON.stringify(distribution);
  const known = samplers.get(key);
  if (known !== undefined) return known;
  const made = compileSampler(distribution);
  samplers.set(key, made);
  return made;
}

/** One customer's random numbers: the library's own words and samplers, one value at a time. Everything after a draw is the reference's. */
export class Draws {
  readonly #root: RootKey;

  constructor(
    seed: string | number,
    private readonly segment: Segment,
    private readonly customer: number,
  ) {
    this.#root = rootKey(seed);
  }

  /** A number strictly between 0 and 1. */
  share(stream: string, purpose: Purpose): number {
    return uniformFromWord(this.#word(stream, purpose));
  }

  value(stream: string, purpose: Purpose, parameter: Parameter, scale = 1, shift = 0): number {
    if (typeof parameter === 'number') return parameter * scale + shift;
    const sampler = samplerOf(scale === 1 && shift === 0 ? parameter : { type: 'scaled', distribution: parameter, scale, shift });
    const word = this.#word(stream, purpose);
    const out = new Float64Array(1);
    const rho = this.#dependence(purpose);
    if (rho > 0) {
      const hidden = normalFromWord(this.#word('', purpose === 'affect' ? 'affectFactor' : 'durationFactor'));
      fillFromNormals(sampler, Float64Array.of(Math.sqrt(rho) * hidden + Math.sqrt(1 - rho) * normalFromWord(word)), 1, out);
    } else if (sampler.input === 'normal') fillFromNormals(sampler, Float64Array.of(normalFromWord(word)), 1, out);
    else fillFromUniforms(sampler, Float64Array.of(uniformFromWord(word)), 1, out);
    return out[0]!;
  }

  #dependence(purpose: Purpose): number {
    const { affect = 0, duration = 0 } = this.segment.dependence ?? {};
    return purpose === 'affect' ? affect : purpose === 'duration' ? duration : 0;
  }

  /** Customer i takes word i & 2047 of chunk i >> 11. */
  #word(stream: string, purpose: Purpose): number {
    const key = streamKey(this.#root, hashId(this.segment.id), hashId(stream), purpose);
    const place = this.customer & 2047;
    const words = new Int32Array(place + 1);
    fillWords(key, this.customer >> 11, words, 0, place + 1);
    return words[place]!;
  }
}
