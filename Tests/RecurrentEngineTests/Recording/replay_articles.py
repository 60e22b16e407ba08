"""Replays articles A (one epoch), B (2,000 steps), C and D (whole) in PyTorch, with the articles' initial values and batches.

Prints a line for each seed with cost/accuracy on the full test set after the steps in MARKS, and for C the mean accuracy of the batches of
steps 20, 40 … 320, each after its update: where the ranges in the notebooks come from.
Run: python3 -m venv .venv && .venv/bin/pip install torch numpy && .venv/bin/python replay_articles.py FOLDER_OF_MNIST A|B|C|D FIRST_SEED LAST_SEED
"""
import sys

import numpy as np
import torch

from replaying import KerasAdam, batches, dense, glorot, images, labels, normal, orthogonal, recurrent

FOLDER, ARTICLE = sys.argv[1:3]
UNITS, GATES, BATCH, EPSILON = {"A": (150, 1, 150, 1e-8), "B": (150, 4, 128, 1e-8), "C": (128, 4, 128, 1e-8), "D": (50, 1, 50, 1e-7)}[ARTICLE]
MARKS = {"A": [366], "B": [500, 1000, 2000], "C": [782], "D": [1 + 500 * mark for mark in range(9)]}[ARTICLE]


class Classifier(torch.nn.Module):
    def __init__(self, random):
        super().__init__()
        columns = 128 if ARTICLE == "C" else 28
        bias = 0.1 if ARTICLE == "C" else 0
        self.each_row = dense(normal(random, 28, columns), bias) if ARTICLE == "C" else torch.nn.Identity()
        kernel = glorot(random, columns + UNITS, GATES * UNITS)
        inputs, states = kernel[:columns], kernel[columns:]
        if ARTICLE == "D":
            inputs, states = glorot(random, 28, UNITS), orthogonal(random, UNITS)
        self.recurrent = recurrent({1: torch.nn.RNN, 4: torch.nn.LSTM}[GATES], inputs, states)
        self.first = dense((normal if ARTICLE in "BC" else glorot)(random, UNITS, 10), bias)
        self.second = dense(glorot(random, 10, 10)) if ARTICLE == "D" else None

    def forward(self, x):
        outputs = self.first(self.recurrent(self.each_row(x))[0][:, -1])
        return self.second(torch.softmax(outputs, 1)) if self.second else outputs


def cost_and_accuracy(model):
    with torch.no_grad():
        outputs = torch.cat([model(rows) for rows in x_test.split(500)])
    cost = torch.nn.functional.cross_entropy(outputs, y_test).item()
    return f"{cost:.4f}/{(outputs.argmax(1) == y_test).float().mean().item():.4f}"


skipped = 0 if ARTICLE == "D" else 5000
x, y, x_test, y_test = images(FOLDER, "train")[skipped:], labels(FOLDER, "train")[skipped:], images(FOLDER, "t10k"), labels(FOLDER, "t10k")
for seed in range(int(sys.argv[3]), int(sys.argv[4]) + 1):
    random = np.random.default_rng(seed)
    model = Classifier(random)
    optimizer = KerasAdam(model, epsilon=EPSILON)
    draw = batches(random, len(x), BATCH, shuffled=ARTICLE != "D")
    figures, accuracies = [], []
    for step in range(1, MARKS[-1] + 1):
        batch = next(draw)
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(model(x[batch]), y[batch]).backward()
        optimizer.step()
        if ARTICLE == "C" and step - 1 in range(20, 321, 20):
            with torch.no_grad():
                accuracies.append((model(x[batch]).argmax(1) == y[batch]).float().mean().item())
        if step in MARKS:
            figures.append(cost_and_accuracy(model))
    print(ARTICLE, seed, *figures, *[f"{np.mean(accuracies):.4f}" for _ in accuracies[:1]], flush=True)
