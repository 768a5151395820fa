// Mean, spread and quantiles of columns, alone or as parts of a weighted whole.
#ifndef STATISTICS_H
#define STATISTICS_H
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEVELS 5
#define BINS 2048
static const double levels[LEVELS] = {0.05, 0.25, 0.5, 0.75, 0.95};

/** Values added block by block, with what their mean and spread need. */
typedef struct {
  double *values;
  long count;
  double mean, spread, low, high;
} column;

typedef struct { double mean, sd, error, quantiles[LEVELS]; } estimate;

static void clear_column(column *c) {
  c->count = 0;
  c->mean = c->spread = 0;
  c->low = INFINITY;
  c->high = -INFINITY;
}

/** Takes in what was written behind the values so far. */
static void take_in(column *c, long added) {
  if (added == 0) return;
  const double *block = c->values + c->count;
  double sum = 0, spread = 0, low = block[0], high = block[0];
  for (long i = 0; i < added; i++) {
    sum += block[i];
    if (block[i] < low) low = block[i];
    if (block[i] > high) high = block[i];
  }
  const double mean = sum / added;
  for (long i = 0; i < added; i++) spread += (block[i] - mean) * (block[i] - mean);
  const long count = c->count + added;
  const double apart = mean - c->mean;
  c->spread += spread + apart * apart * c->count * added / count;
  c->mean += apart * added / count;
  c->count = count;
  if (low < c->low) c->low = low;
  if (high > c->high) c->high = high;
}

typedef struct { double value; int part; } held;

static int by_value(const void *a, const void *b) {
  const double x = ((const held *)a)->value, y = ((const held *)b)->value;
  return (x > y) - (x < y);
}

/** Values that are all alike, as shares are, are in order already. */
static void sort_held(held *values, int count) {
  int sorted = 1;
  for (int i = 1; i < count && sorted; i++) sorted = values[i - 1].value <= values[i].value;
  if (!sorted) qsort(values, count, sizeof(held), by_value);
}

/** One room for all calls, as large as the largest wanted. */
static held *room_for(int count) {
  static held *room = NULL;
  static int size = 0;
  if (count > size) room = realloc(room, sizeof(held) * (size = count));
  return room;
}

static inline int bin_of(double value, double low, double scale) {
  const int bin = (int)((value - low) * scale);
  return bin < BINS ? bin : BINS - 1;
}

/**
 * For each level the least value at or below which that share of the weight lies: values are counted into bins, and only the bins in which a
 * level is reached are sorted. `each`: the weight of one value of a part.
 */
static void find_quantiles(const column *parts, int count, const double *each, double found[LEVELS]) {
  static int counts[8][BINS];
  double low = INFINITY, high = -INFINITY;
  for (int p = 0; p < count; p++) {
    if (parts[p].low < low) low = parts[p].low;
    if (parts[p].high > high) high = parts[p].high;
  }
  if (!(low < high)) {
    for (int l = 0; l < LEVELS; l++) found[l] = low;
    return;
  }
  const double scale = BINS / (high - low);
  memset(counts, 0, sizeof counts[0] * count);
  for (int p = 0; p < count; p++) {
    for (long i = 0; i < parts[p].count; i++) counts[p][bin_of(parts[p].values[i], low, scale)]++;
  }

  // Which bins hold a level, and how many of each part lie below them.
  int slots = 0, slot_of_bin[BINS], sizes[LEVELS], slot_of_level[LEVELS];
  long below[LEVELS][8], passed[8] = {0};
  memset(slot_of_bin, -1, sizeof slot_of_bin);
  for (int bin = 0, l = 0; bin < BINS && l < LEVELS; bin++) {
    double share = 1e-12;
    int size = 0;
    for (int p = 0; p < count; p++) {
      share += (passed[p] + counts[p][bin]) * each[p];
      size += counts[p][bin];
    }
    for (; l < LEVELS && (share >= levels[l] || bin == BINS - 1); l++) {
      if (slot_of_bin[bin] < 0) {
        memcpy(below[slots], passed, sizeof passed);
        sizes[slots] = size;
        slot_of_bin[bin] = slots++;
      }
      slot_of_level[l] = slot_of_bin[bin];
    }
    for (int p = 0; p < count; p++) passed[p] += counts[p][bin];
  }

  held *gathered[LEVELS];
  int filled[LEVELS] = {0}, room = 0;
  for (int s = 0; s < slots; s++) room += sizes[s];
  gathered[0] = room_for(room);
  for (int s = 1; s < slots; s++) gathered[s] = gathered[s - 1] + sizes[s - 1];
  for (int p = 0; p < count; p++) {
    for (long i = 0; i < parts[p].count; i++) {
      const int slot = slot_of_bin[bin_of(parts[p].values[i], low, scale)];
      if (slot >= 0) gathered[slot][filled[slot]++] = (held){parts[p].values[i], p};
    }
  }
  for (int s = 0, l = 0; s < slots; s++) {
    sort_held(gathered[s], sizes[s]);
    for (int i = 0; i < sizes[s] && l < LEVELS && slot_of_level[l] == s; i++) {
      below[s][gathered[s][i].part]++;
      const int last = i == sizes[s] - 1;
      if (!last && gathered[s][i + 1].value == gathered[s][i].value) continue;
      double share = 1e-12;
      for (int p = 0; p < count; p++) share += below[s][p] * each[p];
      while (l < LEVELS && slot_of_level[l] == s && (share >= levels[l] || last)) found[l++] = gathered[s][i].value;
    }
  }
}

/** Parts of a whole by their weights, which need not sum to 1. */
static estimate estimate_of(const column *parts, int count, const double *weights) {
  double whole = 0, mean = parts[0].mean, variance = 0, error = 0, each[8];
  for (int p = 0; p < count; p++) whole += weights[p];
  for (int p = 0; p < count; p++) {
    // Measured from the first, so that parts that agree have exactly their mean.
    mean += weights[p] / whole * (parts[p].mean - parts[0].mean);
    each[p] = weights[p] / whole / parts[p].count;
  }
  for (int p = 0; p < count; p++) {
    const double weight = weights[p] / whole, apart = parts[p].mean - mean;
    const double own = parts[p].count > 1 ? parts[p].spread / (parts[p].count - 1) : 0;
    variance += weight * (own + apart * apart);
    error += weight * weight * own / parts[p].count;
  }
  estimate result = {.mean = mean, .sd = sqrt(variance), .error = sqrt(error)};
  find_quantiles(parts, count, each, result.quantiles);
  return result;
}
#endif
