"""Replays articles A (one epoch), B (2,000 steps), C and D (whole) in PyTorch, with the articles' initial values and batches.

Prints a line for each seed with cost/accuracy on the full test set after the steps in MARKS, and for C the mean accuracy of the batches of
steps 20, 40 … 320, each after its update: where the ranges in the notebooks come from.
Run: python3 -m venv .venv && .venv/bin/pip install torch numpy && .venv/bin/python replay_articles.py FOLDER_OF_MNIST A|B|C|D FIRST_SEED LAST_SEED
"""
import gzip
import pathlib
import sys

import numpy as np
import torch

FOLDER, ARTICLE = pathlib.Path(sys.argv[1]), sys.argv[2]
UNITS, GATES, BATCH, EPSILON = {"A": (150, 1, 150, 1e-8), "B": (150, 4, 128, 1e-8), "C": (128, 4, 128, 1e-8), "D": (50, 1, 50, 1e-7)}[ARTICLE]
MARKS = {"A": [366], "B": [500, 1000, 2000], "C": [782], "D": [1 + 500 * mark for mark in range(9)]}[ARTICLE]
torch.set_num_threads(1)


def read(name, offset):
    return np.frombuffer(gzip.open(FOLDER / f"{name}.gz").read(), np.uint8, offset=offset)


def images(name):
    return torch.tensor(read(f"{name}-images-idx3-ubyte", 16).reshape(-1, 28, 28).astype("f") / 255)


def labels(name):
    return torch.tensor(read(f"{name}-labels-idx1-ubyte", 8).astype("i8"))


def glorot(random, rows, columns):
    limit = (6 / (rows + columns)) ** 0.5
    return torch.tensor(random.uniform(-limit, limit, (rows, columns)).astype("f"))


def normal(random, rows, columns):
    return torch.tensor(random.normal(size=(rows, columns)).astype("f"))


def orthogonal(random, size):
    q, r = np.linalg.qr(random.normal(size=(size, size)))
    return torch.tensor((q * np.sign(np.diag(r))).astype("f"))


def dense(kernel):
    layer = torch.nn.Linear(*kernel.shape)
    with torch.no_grad():
        layer.weight.copy_(kernel.T)
        layer.bias.fill_(0.1 if ARTICLE == "C" else 0)
    return layer


class Classifier(torch.nn.Module):
    def __init__(self, random):
        super().__init__()
        columns = 128 if ARTICLE == "C" else 28
        self.each_row = dense(normal(random, 28, columns)) if ARTICLE == "C" else torch.nn.Identity()
        self.recurrent = {1: torch.nn.RNN, 4: torch.nn.LSTM}[GATES](columns, UNITS, batch_first=True)
        kernel = glorot(random, columns + UNITS, GATES * UNITS)
        inputs, states = kernel[:columns], kernel[columns:]
        if ARTICLE == "D":
            inputs, states = glorot(random, 28, UNITS), orthogonal(random, UNITS)
        with torch.no_grad():
            self.recurrent.weight_ih_l0.copy_(inputs.T)
            self.recurrent.weight_hh_l0.copy_(states.T)
            self.recurrent.bias_ih_l0.zero_()
            self.recurrent.bias_hh_l0.zero_()
            if GATES == 4:
                self.recurrent.bias_hh_l0[UNITS : 2 * UNITS] = 1
        self.recurrent.bias_hh_l0.requires_grad_(False)
        self.first = dense((normal if ARTICLE in "BC" else glorot)(random, UNITS, 10))
        self.second = dense(glorot(random, 10, 10)) if ARTICLE == "D" else None

    def forward(self, x):
        outputs = self.first(self.recurrent(self.each_row(x))[0][:, -1])
        return self.second(torch.softmax(outputs, 1)) if self.second else outputs


class KerasAdam(torch.optim.Adam):
    """Adam with epsilon outside the bias correction, as TensorFlow and Keras have it."""

    def step(self):
        self.count = getattr(self, "count", 0) + 1
        for group in self.param_groups:
            group["eps"] = EPSILON / (1 - 0.999**self.count) ** 0.5
        return super().step()


def batches(random, count):
    new_order = (lambda: np.arange(count)) if ARTICLE == "D" else (lambda: random.permutation(count))
    order, at = new_order(), 0
    while True:
        if at + BATCH <= count:
            batch, at = order[at : at + BATCH], at + BATCH
        else:
            rest, order = order[at:], new_order()
            at = BATCH - len(rest)
            batch = np.concatenate([rest, order[:at]])
        yield torch.tensor(batch)


def cost_and_accuracy(model):
    with torch.no_grad():
        outputs = torch.cat([model(rows) for rows in x_test.split(500)])
    cost = torch.nn.functional.cross_entropy(outputs, y_test).item()
    return f"{cost:.4f}/{(outputs.argmax(1) == y_test).float().mean().item():.4f}"


skipped = 0 if ARTICLE == "D" else 5000
x, y, x_test, y_test = images("train")[skipped:], labels("train")[skipped:], images("t10k"), labels("t10k")
for seed in range(int(sys.argv[3]), int(sys.argv[4]) + 1):
    random = np.random.default_rng(seed)
    model = Classifier(random)
    optimizer = KerasAdam([p for p in model.parameters() if p.requires_grad], lr=1e-3)
    draw = batches(random, len(x))
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
