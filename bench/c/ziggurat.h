// Standard normal numbers the quick way: a ziggurat of 256 layers (Marsaglia & Tsang 2000) over the generator sfc64 of PractRand.
// Its table is small, so that it stays in the nearest cache; but a normal may take several words, which a keyed stream cannot allow.
#ifndef ZIGGURAT_H
#define ZIGGURAT_H
#include <math.h>
#include <stdint.h>

typedef struct { uint64_t a, b, c, count; } sfc64;

static inline uint64_t next_bits(sfc64 *state) {
  const uint64_t bits = state->a + state->b + state->count++;
  state->a = state->b ^ state->b >> 11;
  state->b = state->c + (state->c << 3);
  state->c = (state->c << 24 | state->c >> 40) + bits;
  return bits;
}

static sfc64 open_generator(uint64_t seed) {
  sfc64 state = {seed, seed, seed, 1};
  for (int round = 0; round < 12; round++) next_bits(&state);
  return state;
}

/** Strictly between 0 and 1. */
static inline double next_uniform(sfc64 *random) { return ((next_bits(random) >> 12) + 0.5) * 0x1p-52; }

enum { LAYERS = 256 };
static const double tail_start = 3.6541528853610088, layer_area = 0.00492867323399;
static double layer_width[LAYERS + 1], layer_height[LAYERS + 1];

static void build_ziggurat(void) {
  layer_width[0] = layer_area / exp(-0.5 * tail_start * tail_start);
  layer_width[1] = tail_start;
  for (int l = 1; l < LAYERS; l++) {
    const double height = exp(-0.5 * layer_width[l] * layer_width[l]) + layer_area / layer_width[l];
    layer_width[l + 1] = height < 1 ? sqrt(-2 * log(height)) : 0;
  }
  for (int l = 0; l <= LAYERS; l++) layer_height[l] = exp(-0.5 * layer_width[l] * layer_width[l]);
  layer_width[LAYERS] = 0;
  layer_height[LAYERS] = 1;
}

static double beyond_ziggurat(sfc64 *random) {
  double x, y;
  do {
    x = -log(next_uniform(random)) / tail_start;
    y = -log(next_uniform(random));
  } while (2 * y < x * x);
  return tail_start + x;
}

static inline double next_normal(sfc64 *random) {
  for (;;) {
    const uint64_t bits = next_bits(random);
    const int layer = bits & (LAYERS - 1);
    const double x = ((int64_t)bits >> 11) * 0x1p-52 * layer_width[layer];
    if (fabs(x) < layer_width[layer + 1]) return x;
    if (layer == 0) return x < 0 ? -beyond_ziggurat(random) : beyond_ziggurat(random);
    const double height = layer_height[layer] + next_uniform(random) * (layer_height[layer + 1] - layer_height[layer]);
    if (height < exp(-0.5 * x * x)) return x;
  }
}
#endif
