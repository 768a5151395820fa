"""The simpler workload of bench/c/w.c: its numbers, and the loop that answers one seed a line with one line of JSON."""

import json
import math
import sys
import time

CHOSEN_STEP = 5
FAILURE_CHANCE, FAILURE_AFFECT, BOUNDARY, BETA, LOSS_AVERSION = 0.05, 0.4, 0.5, 0.9, 2.25


def step(s, k):
    """Minutes, and affect from −1 to 1; one (log median, mean affect) for each option."""
    median = (3 + (7 * k + 3 * s) % 11) * (1 + s / 10)
    mean = (-7 + (10 * k + 4 * s) % 18) / 12
    options = [(1, 0), (0.6, -0.2), (1.6, 0.25)] if k == CHOSEN_STEP else [(1, 0)]
    return {
        "sigma": 0.35 + 0.05 * ((k + s) % 6),
        "sd": 0.25 + 0.03 * (k % 4),
        "failure_minutes": 0.8 * median,
        "stretch": 0.9 + 0.1 * ((3 * k + s) % 5),
        "options": [(math.log(median * factor), mean + better) for factor, better in options],
    }


def segment(s):
    appeals = [math.exp(appeal) for appeal in (0.5 + 0.1 * s, 0.2, -0.1 + 0.15 * s)]
    return {
        "steps": [step(s, k) for k in range(12)],
        "thresholds": [appeals[0] / sum(appeals), (appeals[0] + appeals[1]) / sum(appeals)],
        "patience": 600 * (1 + s / 10),
        "expectation": 0.05 * (s + 1),
    }


SEGMENTS = [segment(s) for s in range(4)]


def answer_lines(run):
    """`run(customers, seed)` gives mean felt time and the share that stayed, of each segment."""
    customers = int(sys.argv[1])
    for line in sys.stdin:
        start = time.perf_counter()
        felt, completed = run(customers, int(line))
        print(json.dumps({"milliseconds": 1e3 * (time.perf_counter() - start), "felt": felt, "completed": completed}), flush=True)
