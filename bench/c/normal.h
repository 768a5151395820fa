// Standard normal numbers from 32-bit words by the inverse of the normal law: a table of 32 octaves of 64 cells, each a cubic.
#ifndef NORMAL_H
#define NORMAL_H
#include <math.h>
#include <stdint.h>

static double normal_cells[32 * 64][4];

/** The normal quantile of p, 0 < p ≤ ½, to the last digits: a first guess, then Newton's steps on erfc. */
static double normal_quantile(double p) {
  const double t = sqrt(-2 * log(p));
  double x = (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)) - t;
  for (int step = 0; step < 6; step++) {
    const double density = 0.3989422804014327 * exp(-0.5 * x * x);
    x -= (0.5 * erfc(-x * M_SQRT1_2) - p) / density;
  }
  return x;
}

/** The cubic of a cell goes through the quantile at its two ends and at two places inside. */
static void build_normal_table(void) {
  const double inside = (M_SQRT2 - 1) / 2;
  const double rest = 0.25 - inside * inside;
  for (int octave = 0; octave < 32; octave++) {
    const double width = ldexp(1, -(octave + 8));
    for (int cell = 0; cell < 64; cell++) {
      const double middle = (64.5 + cell) * width;
      const double first = normal_quantile((64 + cell) * width), last = normal_quantile((65 + cell) * width);
      const double lower = normal_quantile(middle - inside * width), upper = normal_quantile(middle + inside * width);
      const double bend = ((first + last) - (lower + upper)) / 2 / rest;
      const double twist = ((last - first) - (upper - lower) / (2 * inside)) / rest;
      double *cubic = normal_cells[octave * 64 + cell];
      cubic[0] = (first + last) / 2 - bend / 4;
      cubic[1] = (last - first) - twist / 4;
      cubic[2] = bend;
      cubic[3] = twist;
    }
  }
}

static inline double normal_of(uint32_t word) {
  const uint32_t upper_half = (uint32_t)((int32_t)word >> 31);
  // Twice the distance to the nearer end of the range, plus one: its highest bit says the octave, the next six the cell.
  const uint32_t distance = (word ^ upper_half) << 1 | 1;
  const int octave = __builtin_clz(distance);
  const uint32_t mantissa = distance << octave;
  const double *cubic = normal_cells[octave * 64 + ((mantissa >> 25) & 63)];
  const double s = (double)(int32_t)(mantissa & 0x1ffffff) * 0x1p-25 - 0.5;
  const double z = cubic[0] + s * (cubic[1] + s * (cubic[2] + s * cubic[3]));
  return upper_half ? -z : z;
}

static inline double uniform_of(uint32_t word) { return (word + 0.5) * 0x1p-32; }
#endif
