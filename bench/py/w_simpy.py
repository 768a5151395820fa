"""The simpler workload with SimPy, a process for each customer: `python3 w_simpy.py 2000`, then a seed a line."""

import math
import random as randoms
import statistics

import simpy
from model import BETA, BOUNDARY, CHOSEN_STEP, FAILURE_AFFECT, FAILURE_CHANCE, LOSS_AVERSION, SEGMENTS, answer_lines


def customer(environment, segment, random, outcomes):
    patience = random.expovariate(1 / segment["patience"])
    start = environment.now
    felt = area = peak = affect = 0
    present = True
    for k, step in enumerate(segment["steps"]):
        option = 0
        if k == CHOSEN_STEP:
            taste = random.random()
            option = sum(taste >= threshold for threshold in segment["thresholds"])
        log_median, mean = step["options"][option]
        minutes = random.lognormvariate(log_median, step["sigma"])
        affect = random.gauss(mean, step["sd"])
        if random.random() < FAILURE_CHANCE:
            minutes += step["failure_minutes"]
            affect -= FAILURE_AFFECT
        yield environment.timeout(minutes)
        affect = max(-1, min(1, affect))
        area += minutes * affect
        felt += step["stretch"] * minutes**BETA + BOUNDARY
        if abs(affect) > abs(peak):
            peak = affect
        present = felt <= patience
        if not present:
            break
    gap = 0.45 * peak + 0.35 * affect + 0.2 * area / (environment.now - start) - segment["expectation"]
    satisfaction = 1 / (1 + math.exp(0.004 * felt - 4 * (gap if gap >= 0 else LOSS_AVERSION * gap)))
    outcomes.append((felt, satisfaction, present))


def run(customers, seed):
    random = randoms.Random(seed)
    felt_means, shares = [], []
    for segment in SEGMENTS:
        environment = simpy.Environment()
        outcomes = []
        for _ in range(customers):
            environment.process(customer(environment, segment, random, outcomes))
        environment.run()
        felt, satisfaction, present = zip(*outcomes)
        summary = [(statistics.fmean(x), statistics.stdev(x), statistics.quantiles(x, n=20)) for x in (felt, satisfaction)]
        felt_means.append(summary[0][0])
        shares.append(sum(present) / customers)
    return felt_means, shares


answer_lines(run)
