"""Replays articles A (one epoch) and B (2,000 steps) in PyTorch, with TensorFlow's initial values and the article's batches.

Prints a seed and the accuracy on the full test set a line: what nbrun's own figures are held against beside the articles' ranges.
Run: python3 -m venv .venv && .venv/bin/pip install torch numpy && .venv/bin/python replay_articles.py FOLDER_OF_MNIST A|B FIRST_SEED LAST_SEED
"""
import gzip
import pathlib
import sys

import numpy as np
import torch

FOLDER, ARTICLE = pathlib.Path(sys.argv[1]), sys.argv[2]
UNITS, GATES, BATCH, STEPS = {"A": (150, 1, 150, 366), "B": (150, 4, 128, 2000)}[ARTICLE]
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


def network(random):
    recurrent = {1: torch.nn.RNN, 4: torch.nn.LSTM}[GATES](28, UNITS, batch_first=True)
    readout = torch.nn.Linear(UNITS, 10)
    kernel = glorot(random, 28 + UNITS, GATES * UNITS)
    with torch.no_grad():
        recurrent.weight_ih_l0.copy_(kernel[:28].T)
        recurrent.weight_hh_l0.copy_(kernel[28:].T)
        recurrent.bias_ih_l0.zero_()
        recurrent.bias_hh_l0.zero_()
        if GATES == 4:
            recurrent.bias_hh_l0[UNITS : 2 * UNITS] = 1
        output = glorot(random, UNITS, 10) if ARTICLE == "A" else torch.tensor(random.normal(size=(UNITS, 10)).astype("f"))
        readout.weight.copy_(output.T)
        readout.bias.zero_()
    recurrent.bias_hh_l0.requires_grad_(False)
    return recurrent, readout


def batches(random, count):
    order, at = random.permutation(count), 0
    while True:
        if at + BATCH <= count:
            batch, at = order[at : at + BATCH], at + BATCH
        else:
            rest, order = order[at:], random.permutation(count)
            at = BATCH - len(rest)
            batch = np.concatenate([rest, order[:at]])
        yield torch.tensor(batch)


x, y = images("train")[5000:], labels("train")[5000:]
x_test, y_test = images("t10k"), labels("t10k")
for seed in range(int(sys.argv[3]), int(sys.argv[4]) + 1):
    random = np.random.default_rng(seed)
    recurrent, readout = network(random)
    parameters = [p for p in [*recurrent.parameters(), *readout.parameters()] if p.requires_grad]
    optimizer = torch.optim.Adam(parameters, lr=1e-3, eps=1e-8)
    draw = batches(random, len(x))
    for _ in range(STEPS):
        batch = next(draw)
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(readout(recurrent(x[batch])[0][:, -1]), y[batch]).backward()
        optimizer.step()
    with torch.no_grad():
        right = sum(
            (readout(recurrent(rows)[0][:, -1]).argmax(1) == answers).sum().item()
            for rows, answers in zip(x_test.split(500), y_test.split(500))
        )
    print(ARTICLE, seed, right / len(y_test), flush=True)
