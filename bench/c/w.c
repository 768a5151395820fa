// The simpler workload that the first measurements were taken with, in C: twelve steps and four segments as in W, but with one stream of random
// numbers for everything, a choice by one number, failures that are no moment of their own, no waits, and patience that felt time uses up.
// It is how fast a model of this kind can go where nothing has to stay the same when a journey changes.
//
//   gcc -O3 -march=native -o w w.c -lm
//   echo 1 | ./w 100000    (customers in each segment; default 100,000)
//
// Each line holds a seed; each answer is one line of JSON: the milliseconds it took, and what came out.
#include <stdio.h>
#include <time.h>
#include "statistics.h"
#include "ziggurat.h"

enum { STEPS = 12, SEGMENTS = 4, CHOSEN_STEP = 5, OPTIONS = 3 };
enum { PERCEIVED, SATISFACTION, COMPLETED, OUTCOMES };
static const char *const outcome_names[OUTCOMES] = {"perceivedDuration", "satisfaction", "completed"};

/** Minutes, and affect from −1 to 1. */
typedef struct { double log_median, mean; } option;
typedef struct { double sigma, sd, failure_minutes, stretch; option option[OPTIONS]; } step;
typedef struct {
  step steps[STEPS];
  /** Below the first the first option is taken, below the second the second. */
  double thresholds[OPTIONS - 1];
  double patience, expectation;
} segment;

static const double failure_chance = 0.05, failure_affect = 0.4, boundary = 0.5, beta = 0.9, loss_aversion = 2.25;

static void describe(segment *g, int s) {
  const double grows = 1 + s / 10.0, factor[OPTIONS] = {1, 0.6, 1.6}, better[OPTIONS] = {0, -0.2, 0.25};
  for (int k = 0; k < STEPS; k++) {
    const double median = (3 + (7 * k + 3 * s) % 11) * grows, mean = (-7 + (10 * k + 4 * s) % 18) / 12.0;
    step *it = &g->steps[k];
    it->sigma = 0.35 + 0.05 * ((k + s) % 6);
    it->sd = 0.25 + 0.03 * (k % 4);
    it->failure_minutes = 0.8 * median;
    it->stretch = 0.9 + 0.1 * ((3 * k + s) % 5);
    for (int o = 0; o < OPTIONS; o++) it->option[o] = (option){log(median * factor[o]), mean + better[o]};
  }
  const double appeals[OPTIONS] = {exp(0.5 + 0.1 * s), exp(0.2), exp(-0.1 + 0.15 * s)};
  const double whole = appeals[0] + appeals[1] + appeals[2];
  g->thresholds[0] = appeals[0] / whole;
  g->thresholds[1] = (appeals[0] + appeals[1]) / whole;
  g->patience = 600 * grows;
  g->expectation = 0.05 * (s + 1);
}

static inline void live(const segment *g, sfc64 *random, double outcomes[OUTCOMES]) {
  const double patience = -g->patience * log(next_uniform(random));
  double clock = 0, felt = 0, area = 0, peak = 0, affect = 0;
  int present = 1;
  for (int k = 0; k < STEPS && present; k++) {
    const step *it = &g->steps[k];
    const option *own = it->option;
    if (k == CHOSEN_STEP) {
      const double taste = next_uniform(random);
      own += taste < g->thresholds[0] ? 0 : taste < g->thresholds[1] ? 1 : 2;
    }
    const double logarithm = own->log_median + it->sigma * next_normal(random);
    double minutes = exp(logarithm), powered;
    affect = own->mean + it->sd * next_normal(random);
    if (next_uniform(random) < failure_chance) {
      minutes += it->failure_minutes;
      affect -= failure_affect;
      powered = pow(minutes, beta);
    } else powered = exp(beta * logarithm);
    affect = affect > 1 ? 1 : affect < -1 ? -1 : affect;
    clock += minutes;
    felt += it->stretch * powered + boundary;
    area += minutes * affect;
    if (fabs(affect) > fabs(peak)) peak = affect;
    present = felt <= patience;
  }
  const double gap = 0.45 * peak + 0.35 * affect + 0.2 * area / clock - g->expectation;
  outcomes[PERCEIVED] = felt;
  outcomes[SATISFACTION] = 1 / (1 + exp(0.004 * felt - 4 * (gap >= 0 ? gap : loss_aversion * gap)));
  outcomes[COMPLETED] = present;
}

static void live_segment(const segment *g, sfc64 *random, long customers, column columns[OUTCOMES]) {
  const long block = 2048;
  for (int o = 0; o < OUTCOMES; o++) clear_column(&columns[o]);
  for (long first = 0; first < customers; first += block) {
    const long count = customers - first < block ? customers - first : block;
    for (long i = first; i < first + count; i++) {
      double outcomes[OUTCOMES];
      live(g, random, outcomes);
      for (int o = 0; o < OUTCOMES; o++) columns[o].values[i] = outcomes[o];
    }
    for (int o = 0; o < OUTCOMES; o++) take_in(&columns[o], count);
  }
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return 1e3 * time.tv_sec + 1e-6 * time.tv_nsec;
}

int main(int count, char **arguments) {
  const long customers = count > 1 ? atol(arguments[1]) : 100000;
  const double everybody = 1;
  column columns[OUTCOMES];
  build_ziggurat();
  for (int o = 0; o < OUTCOMES; o++) columns[o].values = malloc(sizeof(double) * customers);
  char line[256];
  while (fgets(line, sizeof line, stdin) != NULL) {
    estimate estimates[SEGMENTS][OUTCOMES];
    const double start = now();
    sfc64 random = open_generator(strtoull(line, NULL, 10));
    for (int s = 0; s < SEGMENTS; s++) {
      segment g;
      describe(&g, s);
      live_segment(&g, &random, customers, columns);
      for (int o = 0; o < OUTCOMES; o++) estimates[s][o] = estimate_of(&columns[o], 1, &everybody);
    }
    printf("{\"milliseconds\":%.6f,\"summaries\":[", now() - start);
    for (int s = 0; s < SEGMENTS; s++) {
      for (int o = 0; o < OUTCOMES; o++) {
        const estimate *e = &estimates[s][o];
        printf("%s\"%s\":{", o > 0 ? "," : s > 0 ? ",{" : "{", outcome_names[o]);
        printf("\"mean\":%.9g,\"sd\":%.9g,\"median\":%.9g}", e->mean, e->sd, e->quantiles[2]);
      }
      printf("}");
    }
    printf("]}\n");
    fflush(stdout);
  }
  return 0;
}
