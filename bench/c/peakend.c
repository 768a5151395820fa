// Workload W by the library's own rules, in C: the same keyed streams, the default model, the statistics of `simulate`. Its figures are the
// library's but for rounding, so that what is compared is the same work; bench/beside.mjs checks it.
//
//   gcc -O3 -march=native -o peakend peakend.c -lm
//   echo '-1 2 3' | ./peakend 100000    (customers in each segment; default 100,000)
//
// Each line holds the root key of a seed, three integers; each answer is one line of JSON: the milliseconds it took, and what came out.
#include <stdio.h>
#include <time.h>
#include "normal.h"
#include "statistics.h"
#include "streams.h"

enum { STEPS = 12, SEGMENTS = 4, CHOSEN_STEP = 5, OPTIONS = 3, PATIENCE_LANE = 3 * (STEPS - 1 + OPTIONS) };
enum { PERCEIVED, SATISFACTION, COMPLETED, OUTCOMES };
static const char *const outcome_names[OUTCOMES] = {"perceivedDuration", "satisfaction", "completed"};

// The default model.
static const double beta = 0.9, reference = 900, idle_time = 1.2, occupied = 0.5, impatience = 1;
static const double choice_weight = 0.5, choice_attraction = 1, choice_scale = 3, deciding_each = 2;
static const double leaving_affect = -6, balance = 0.5, loss_aversion = 1.95, satisfaction_scale = 4;
static const double worst_weight = 0.15, best_weight = 0.1, end_weight = 0.25, mean_weight = 0.5;
static const double stretch_seconds = 60, stretch_share = 0.1;

static inline double clamped(double affect) { return affect > 10 ? 10 : affect < -10 ? -10 : affect; }

// W.

typedef struct { double log_median, sigma, mean, sd, weight; } option;
typedef struct {
  int options, lane, waits;
  option option[OPTIONS];
  double tolerance, deciding, felt_factor;
  double failure_chance, failure_affect, failure_seconds;
} step;
typedef struct {
  step steps[STEPS];
  double expectation, patience;
  sfc keys[LANES];
} segment;

static double median_of(int s, int k) { return (3 + (7 * k + 3 * s) % 11) * (1 + s / 10.0) * 60; }

static void describe_step(step *it, int s, int k) {
  const double factor[OPTIONS] = {1, 0.6, 1.6}, better[OPTIONS] = {0, -2, 2.5}, appeal[OPTIONS] = {0.5, 0.2, -0.1};
  const double sigma = 0.35 + 0.05 * ((k + s) % 6), mean = 10 * (-7 + (10 * k + 4 * s) % 18) / 12.0, sd = 10 * (0.25 + 0.03 * (k % 4));
  const double expectation = 0.5 * (s + 1);
  it->options = k == CHOSEN_STEP ? OPTIONS : 1;
  it->lane = 3 * (k > CHOSEN_STEP ? k + OPTIONS - 1 : k);
  it->waits = k != CHOSEN_STEP && k % 3 == 2;
  // Waits sour by how long they feel: a stretch of felt time takes its 1/beta-th power off the tolerance.
  it->tolerance = 120 / (it->waits ? pow(idle_time, (1 - occupied) / beta) : 1);
  // Nothing is said of what there is to do: half idle.
  it->felt_factor = (it->waits ? pow(idle_time, 1 - occupied) : 1) * pow(reference, 1 - beta);
  it->failure_chance = k == CHOSEN_STEP ? 0 : 0.05;
  it->failure_affect = -4;
  it->failure_seconds = 0.8 * median_of(0, k);
  // Of as many choices as people see in it: what they take counts, and how evenly they spread.
  double draws[OPTIONS], all = 0, promised = 0, squares = 0, bits = 0;
  for (int o = 0; o < it->options; o++) all += draws[o] = exp(appeal[o] + choice_weight * (mean + better[o]));
  for (int o = 0; o < it->options; o++) {
    const double share = draws[o] / all;
    promised += share * (mean + better[o]);
    squares += share * share;
    bits -= share * log2(share);
  }
  const double freedom = it->options > 1 ? (1 - squares) / (1 - 1.0 / it->options) : 0;
  const double attraction = choice_attraction * freedom * tanh((promised - expectation) / choice_scale);
  it->deciding = it->options > 1 ? deciding_each * bits : 0;
  for (int o = 0; o < it->options; o++) {
    const double expected = mean + better[o];
    const double log_median = log(median_of(s, k) * factor[o]);
    it->option[o] = (option){log_median, sigma, expected + attraction, sd, exp(appeal[o] + choice_weight * expected)};
  }
}

static void describe_segment(segment *g, int s) {
  for (int k = 0; k < STEPS; k++) describe_step(&g->steps[k], s, k);
  g->expectation = 0.5 * (s + 1);
  g->patience = 60 * (1 + s / 10.0) * 60;
}

/** Three streams for each option: duration, affect, and what decides (a failure, or taste where there is a choice). */
static void open_streams(segment *g, int s, const uint32_t root[3]) {
  char id[16];
  snprintf(id, sizeof id, "s%d", s);
  const hash64 hash = hash_id(id);
  for (int k = 0; k < STEPS; k++) {
    const step *it = &g->steps[k];
    for (int o = 0; o < it->options; o++) {
      if (o == 0) snprintf(id, sizeof id, "i%d", k);
      else snprintf(id, sizeof id, "option%d", o);
      sfc *keys = g->keys + it->lane + 3 * o;
      keys[0] = stream_key(root, hash, id, DURATION);
      keys[1] = stream_key(root, hash, id, AFFECT);
      keys[2] = stream_key(root, hash, id, it->options > 1 ? TASTE : FAILURE);
    }
  }
  g->keys[PATIENCE_LANE] = stream_key(root, hash, "", PATIENCE);
}

// Memory: the one rule to exchange where the default changes. It reads a curve of straight lines. Leaving counts in the worst, the best and the
// end as at least one stretch long. Failures stand apart: they can only make the worst, the end and the mean lower.

typedef struct { double seconds, start, end; int jolt; } moment;
typedef struct { double seconds, level; int before; } failure;

static inline double lasting(const moment *m, double stretch) {
  return m->jolt && m->seconds < stretch ? stretch : m->seconds;
}

static inline double level_at(const moment *m, double at, double whole) {
  return m->start == m->end ? m->start : m->start + (m->end - m->start) * (at / whole);
}

/** The mean over the last stretch; with a failure where there is one, in its place. */
static double end_of(const moment *curve, int count, double stretch, const failure *failed) {
  double left = stretch, area = 0;
  for (int m = count - 1; m >= 0 && left > 0; m--) {
    if (failed != NULL && failed->before == m + 1) {
      const double lasts = failed->seconds < stretch ? stretch : failed->seconds, part = lasts < left ? lasts : left;
      area += part * failed->level;
      left -= part;
      if (!(left > 0)) break;
    }
    const double whole = lasting(&curve[m], stretch);
    if (!(whole > 0)) continue;
    const double part = whole < left ? whole : left;
    area += part * ((level_at(&curve[m], whole - part, whole) + curve[m].end) * 0.5);
    left -= part;
  }
  return left < stretch ? area / (stretch - left) : curve[count - 1].end;
}

/** Least and greatest area under a window of one stretch that slides from the start to the end. */
static void slide(const moment *curve, int count, double stretch, double *least, double *greatest) {
  int tail = 0, head = 0;
  while (!(lasting(&curve[tail], stretch) > 0)) tail++;
  double area = 0, left = stretch;
  head = tail;
  double head_time = lasting(&curve[head], stretch);
  while (left > head_time && head < count - 1) {
    area += head_time * ((curve[head].start + curve[head].end) * 0.5);
    left -= head_time;
    head_time = lasting(&curve[++head], stretch);
  }
  double head_at = left < head_time ? left : head_time, tail_at = 0, tail_time = lasting(&curve[tail], stretch);
  area += head_at * ((curve[head].start + level_at(&curve[head], head_at, head_time > 0 ? head_time : 1)) * 0.5);
  *least = *greatest = area;
  for (;;) {
    while (head_at >= head_time) {
      if (++head == count) return;
      head_time = lasting(&curve[head], stretch);
      head_at = 0;
    }
    while (tail_at >= tail_time) {
      tail_time = lasting(&curve[++tail], stretch);
      tail_at = 0;
    }
    const double to_head = head_time - head_at, to_tail = tail_time - tail_at;
    const double step = to_head < to_tail ? to_head : to_tail;
    const double before = level_at(&curve[head], head_at, head_time) - level_at(&curve[tail], tail_at, tail_time);
    head_at = to_head <= to_tail ? head_time : head_at + step;
    tail_at = to_tail <= to_head ? tail_time : tail_at + step;
    const double after = level_at(&curve[head], head_at, head_time) - level_at(&curve[tail], tail_at, tail_time);
    if (before * after < 0) {
      const double turned = area + step * before / (before - after) * (before * 0.5);
      if (turned < *least) *least = turned;
      if (turned > *greatest) *greatest = turned;
    }
    area += step * ((before + after) * 0.5);
    if (area < *least) *least = area;
    if (area > *greatest) *greatest = area;
  }
}

static double remember(const moment *curve, int count, const failure *failures, int failed, double total) {
  double area = 0, rest = total, least = curve[0].start, greatest = least;
  int least_at = 0, greatest_at = 0;
  for (int m = 0; m < count; m++) {
    const double start = curve[m].start, end = curve[m].end;
    area += curve[m].seconds * ((start + end) * 0.5);
    const double low = start < end ? start : end, high = start < end ? end : start;
    if (low < least) {
      least = low;
      least_at = m;
    }
    if (high > greatest) {
      greatest = high;
      greatest_at = m;
    }
  }
  for (int f = 0; f < failed; f++) rest -= failures[f].seconds;
  double mean = clamped(area / rest);
  for (;;) {
    double with = area, time = rest;
    for (int f = 0; f < failed; f++) {
      if (failures[f].level >= mean) continue;
      with += failures[f].seconds * failures[f].level;
      time += failures[f].seconds;
    }
    const double next = clamped(with / time);
    if (!(next < mean)) break;
    mean = next;
  }
  const double share = stretch_share * rest, stretch = stretch_seconds < share ? stretch_seconds : share;
  double worst = least, best = greatest;
  const moment *low = &curve[least_at], *high = &curve[greatest_at];
  const int level = low->start == low->end && high->start == high->end;
  if (!level || lasting(low, stretch) < stretch || lasting(high, stretch) < stretch) {
    slide(curve, count, stretch, &worst, &best);
    worst /= stretch;
    best /= stretch;
  }
  double end = end_of(curve, count, stretch, NULL);
  for (int f = 0; f < failed; f++) {
    if (failures[f].level < worst) worst = failures[f].level;
    const double failing = end_of(curve, count, stretch, &failures[f]);
    if (failing < end) end = failing;
  }
  return worst_weight * worst + best_weight * best + end_weight * end + mean_weight * mean;
}

// One customer.

static int race(const step *it, const uint32_t *words) {
  int first = 0;
  double least = INFINITY;
  for (int o = 0; o < it->options; o++) {
    const double time = -log(uniform_of(words[3 * o + 2])) / it->option[o].weight;
    if (time < least) {
      least = time;
      first = o;
    }
  }
  return first;
}

static void live(const segment *g, const uint32_t *words, double outcomes[OUTCOMES]) {
  moment curve[2 * STEPS + 2];
  failure failures[STEPS];
  int count = 0, failed = 0, present = 1;
  double clock = 0, felt = 0, patience = -g->patience * log(1 - uniform_of(words[PATIENCE_LANE]));
  for (int k = 0; k < STEPS && present; k++) {
    const step *it = &g->steps[k];
    const int taken = it->options > 1 ? race(it, words + it->lane) : 0;
    const option *own = &it->option[taken];
    const uint32_t *drawn = words + it->lane + 3 * taken;
    const double logarithm = own->log_median + own->sigma * normal_of(drawn[0]);
    const double planned = exp(logarithm);
    const double affect = own->mean + own->sd * normal_of(drawn[1]);
    double seconds = planned, end = affect;
    if (it->waits) {
      if (patience < seconds) {
        seconds = patience;
        present = 0;
      }
      patience -= seconds;
      if (seconds > it->tolerance) end -= impatience * log2(seconds / it->tolerance);
    }
    const double start = clamped(affect);
    end = clamped(end);
    double total = seconds;
    if (it->options > 1) {
      curve[count++] = (moment){it->deciding, start, start, 0};
      total += it->deciding;
    }
    curve[count++] = (moment){seconds, start, end, 0};
    if (present && it->options == 1 && uniform_of(drawn[2]) < it->failure_chance) {
      const double level = clamped(end + it->failure_affect);
      failures[failed++] = (failure){it->failure_seconds, level, count};
      total += it->failure_seconds;
    }
    clock += total;
    felt += it->felt_factor * (total == planned ? exp(beta * logarithm) : pow(total, beta));
  }
  if (!present) {
    const double level = clamped(curve[count - 1].end + leaving_affect);
    curve[count++] = (moment){0, level, level, 1};
  }
  const double utility = clamped(remember(curve, count, failures, failed, clock)), gap = utility - g->expectation;
  const double quality = balance * utility + (1 - balance) * (gap >= 0 ? gap : loss_aversion * gap);
  outcomes[PERCEIVED] = felt;
  outcomes[SATISFACTION] = 100 / (1 + exp(-quality / satisfaction_scale));
  outcomes[COMPLETED] = present;
}

// All of them.

/** Outcomes of everybody, and of those who stayed. */
static column everybody[OUTCOMES][SEGMENTS], stayed[OUTCOMES][SEGMENTS];

static void live_segment(const segment *g, int s, long customers) {
  for (int o = 0; o < OUTCOMES; o++) {
    clear_column(&everybody[o][s]);
    clear_column(&stayed[o][s]);
  }
  for (long first = 0; first < customers; first += BLOCK) {
    const long count = customers - first < BLOCK ? customers - first : BLOCK;
    lanes state;
    open_lanes(&state, g->keys, first / BLOCK);
    long staying = 0;
    for (long i = 0; i < count; i++) {
      uint32_t words[LANES];
      double outcomes[OUTCOMES];
      next_words(&state, words);
      live(g, words, outcomes);
      for (int o = 0; o < OUTCOMES; o++) {
        everybody[o][s].values[first + i] = outcomes[o];
        stayed[o][s].values[stayed[o][s].count + staying] = outcomes[o];
      }
      staying += outcomes[COMPLETED] > 0;
    }
    for (int o = 0; o < OUTCOMES; o++) {
      take_in(&everybody[o][s], count);
      take_in(&stayed[o][s], staying);
    }
  }
}

/** Everybody and those who stayed, by outcome: of each segment, and in the last place overall. */
typedef struct { estimate all[OUTCOMES], completers[OUTCOMES]; } summary;

static void summarise(summary *to, int first, int count) {
  double shares[SEGMENTS], staying[SEGMENTS];
  for (int s = 0; s < count; s++) {
    shares[s] = 1.0 / SEGMENTS;
    staying[s] = shares[s] * everybody[COMPLETED][first + s].mean;
  }
  for (int o = 0; o < OUTCOMES; o++) {
    to->all[o] = estimate_of(&everybody[o][first], count, shares);
    to->completers[o] = estimate_of(&stayed[o][first], count, staying);
  }
}

static void simulate(const uint32_t root[3], long customers, summary summaries[SEGMENTS + 1]) {
  for (int s = 0; s < SEGMENTS; s++) {
    segment g = {0};
    describe_segment(&g, s);
    open_streams(&g, s, root);
    live_segment(&g, s, customers);
    summarise(&summaries[s], s, 1);
  }
  summarise(&summaries[SEGMENTS], 0, SEGMENTS);
}

static void print_estimates(const estimate estimates[OUTCOMES]) {
  for (int o = 0; o < OUTCOMES; o++) {
    const estimate *e = &estimates[o];
    printf("%s\"%s\":{\"mean\":%.17g,\"sd\":%.17g,", o > 0 ? "," : "", outcome_names[o], e->mean, e->sd);
    printf("\"standardError\":%.17g,\"quantiles\":[", e->error);
    for (int l = 0; l < LEVELS; l++) printf("%s%.17g", l > 0 ? "," : "", e->quantiles[l]);
    printf("]}");
  }
}

static void print_answer(double milliseconds, const summary summaries[SEGMENTS + 1]) {
  printf("{\"milliseconds\":%.6f,\"summaries\":[", milliseconds);
  for (int s = 0; s <= SEGMENTS; s++) {
    printf("%s{", s > 0 ? "," : "");
    print_estimates(summaries[s].all);
    printf(",\"completers\":{");
    print_estimates(summaries[s].completers);
    printf("}}");
  }
  printf("]}\n");
  fflush(stdout);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return 1e3 * time.tv_sec + 1e-6 * time.tv_nsec;
}

int main(int count, char **arguments) {
  const long customers = count > 1 ? atol(arguments[1]) : 100000;
  build_normal_table();
  for (int o = 0; o < OUTCOMES; o++) {
    for (int s = 0; s < SEGMENTS; s++) {
      everybody[o][s].values = malloc(sizeof(double) * (customers + 1));
      stayed[o][s].values = malloc(sizeof(double) * (customers + 1));
    }
  }
  char line[256];
  while (fgets(line, sizeof line, stdin) != NULL) {
    int root[3];
    if (sscanf(line, "%d %d %d", &root[0], &root[1], &root[2]) != 3) return 1;
    summary summaries[SEGMENTS + 1];
    const double start = now();
    simulate((const uint32_t[]){root[0], root[1], root[2]}, customers, summaries);
    print_answer(now() - start, summaries);
  }
  return 0;
}
