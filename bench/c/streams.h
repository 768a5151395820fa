// Keyed streams: (root, segment, step, purpose) opens a stream; its words for the customers of one block of 2,048.
#ifndef STREAMS_H
#define STREAMS_H
#include <stdint.h>
#include <string.h>

#define BLOCK 2048

enum purpose { DURATION = 2, AFFECT = 3, FAILURE = 6, TASTE = 12, PATIENCE = 15 };

typedef struct { uint32_t a, b, c, d; } sfc;
typedef struct { uint32_t high, low; } hash64;

static inline uint32_t next_word(sfc *state) {
  const uint32_t word = state->a + state->b + state->d++;
  state->a = state->b ^ state->b >> 9;
  state->b = state->c + (state->c << 3);
  state->c = (state->c << 21 | state->c >> 11) + word;
  return word;
}

static void stir(sfc *state, int rounds) {
  while (rounds-- > 0) next_word(state);
}

/** Of an id in plain letters and digits. */
static hash64 hash_id(const char *id) {
  sfc state = {(uint32_t)strlen(id), 0x243f6a88, 0x85a308d3, 0x13198a2e};
  stir(&state, 20);
  for (; *id != '\0'; id++) {
    state.a ^= (unsigned char)*id;
    stir(&state, 6);
  }
  stir(&state, 20);
  return (hash64){state.a, state.b};
}

static sfc stream_key(const uint32_t root[3], hash64 segment, const char *id, enum purpose purpose) {
  const hash64 step = hash_id(id);
  sfc state = {root[0], root[1], root[2], purpose};
  stir(&state, 20);
  state.a ^= segment.high;
  state.b ^= segment.low;
  stir(&state, 20);
  state.a ^= step.high;
  state.b ^= step.low;
  stir(&state, 20);
  return state;
}

/** As many streams side by side, with room to spare: compilers turn the loops over lanes into vectors. */
#define LANES 48
typedef struct { uint32_t a[LANES], b[LANES], c[LANES], d[LANES]; } lanes;

static void next_words(lanes *state, uint32_t words[LANES]) {
  for (int i = 0; i < LANES; i++) {
    const uint32_t word = state->a[i] + state->b[i] + state->d[i];
    state->d[i]++;
    state->a[i] = state->b[i] ^ state->b[i] >> 9;
    state->b[i] = state->c[i] + (state->c[i] << 3);
    state->c[i] = (state->c[i] << 21 | state->c[i] >> 11) + word;
    words[i] = word;
  }
}

/** To the first customer of a block. */
static void open_lanes(lanes *state, const sfc keys[LANES], uint32_t block) {
  for (int i = 0; i < LANES; i++) {
    state->a[i] = keys[i].a + block * 0x9e3779b1u;
    state->b[i] = keys[i].b;
    state->c[i] = keys[i].c ^ block;
    state->d[i] = keys[i].d;
  }
  uint32_t words[LANES];
  for (int round = 0; round < 16; round++) next_words(state, words);
}
#endif
