"""The simpler workload with numpy, 16,384 customers at a time: `python3 w_numpy.py 100000`, then a seed a line."""

import numpy as np
from model import BETA, BOUNDARY, CHOSEN_STEP, FAILURE_AFFECT, FAILURE_CHANCE, LOSS_AVERSION, SEGMENTS, answer_lines

CHUNK = 16384
LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95]


def live(segment, count, random):
    """Felt time, satisfaction and who stayed, of so many customers."""
    patience = random.exponential(segment["patience"], count)
    clock, felt, area, peak, end = (np.zeros(count) for _ in range(5))
    present = np.ones(count, bool)
    for k, step in enumerate(segment["steps"]):
        log_median, mean = step["options"][0]
        if k == CHOSEN_STEP:
            taken = np.searchsorted(segment["thresholds"], random.random(count), side="right")
            log_median, mean = np.array(step["options"])[taken].T
        minutes = np.exp(log_median + step["sigma"] * random.standard_normal(count))
        affect = mean + step["sd"] * random.standard_normal(count)
        failed = random.random(count) < FAILURE_CHANCE
        minutes[failed] += step["failure_minutes"]
        affect[failed] -= FAILURE_AFFECT
        np.clip(affect, -1, 1, out=affect)
        clock += np.where(present, minutes, 0)
        area += np.where(present, minutes * affect, 0)
        felt += np.where(present, step["stretch"] * minutes**BETA + BOUNDARY, 0)
        end = np.where(present, affect, end)
        peak = np.where(present & (np.abs(affect) > np.abs(peak)), affect, peak)
        present &= felt <= patience
    gap = 0.45 * peak + 0.35 * end + 0.2 * area / clock - segment["expectation"]
    satisfaction = 1 / (1 + np.exp(0.004 * felt - 4 * np.where(gap >= 0, gap, LOSS_AVERSION * gap)))
    return felt, satisfaction, present


def run(customers, seed):
    random = np.random.Generator(np.random.SFC64(seed))
    felt_means, shares = [], []
    for segment in SEGMENTS:
        chunks = [live(segment, min(CHUNK, customers - first), random) for first in range(0, customers, CHUNK)]
        felt, satisfaction, present = (np.concatenate(columns) for columns in zip(*chunks))
        summary = [(x.mean(), x.std(ddof=1), np.quantile(x, LEVELS)) for x in (felt, satisfaction)]
        felt_means.append(summary[0][0])
        shares.append(present.mean())
    return felt_means, shares


answer_lines(run)
