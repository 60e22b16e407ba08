"""Replays the notebooks on images by rows and by pixels and on generated tasks in PyTorch: recipes as the notebooks have them, other random numbers.

Prints a line for each seed and network: where the ranges in the notebooks come from. For images by pixels the last figure is the mean loss of
the batches of steps 200, 210 … 290 and 299, each after its update.
Run: .venv/bin/python replay_sequences.py FOLDER_OF_MNIST TASK FIRST_SEED LAST_SEED [CELL …] [NAME=NUMBER …], TASK rows (gru-vs-lstm), pixels,
permuted or mean (pixel-by-pixel), adding, near or far (adding-and-copying), or sines (rnn-regression), and NAME what is other than in the
notebook: clip, of which 0 is none, or rate, but not that of sines; see replay_articles.py for what is installed.
"""
import math
import sys

import numpy as np
import torch

from replaying import KerasAdam, batches, dense, glorot, images, labels, otherwise, recurrent_from_glorot

CELLS = {"simple": torch.nn.RNN, "gru": torch.nn.GRU, "lstm": torch.nn.LSTM, "forgetful": torch.nn.LSTM}


class Network(torch.nn.Module):
    def __init__(self, cell, random, inputs, units, outputs, readout="last"):
        super().__init__()
        forget_bias = 0.0 if cell == "forgetful" else 1.0
        self.recurrent = None
        if cell == "blind":
            self.first = dense(glorot(random, inputs, units))
        else:
            self.recurrent = recurrent_from_glorot(CELLS[cell], random, inputs, units, forget_bias)
        self.last = dense(glorot(random, units, outputs))
        self.readout = {"last": lambda states: states[:, -1], "mean": lambda states: states.mean(1), "every": lambda states: states}[readout]

    def forward(self, x):
        states = self.recurrent(x)[0] if self.recurrent else torch.tanh(self.first(x))
        return self.last(self.readout(states))


def classes(outputs, targets):
    return torch.nn.functional.cross_entropy(outputs.reshape(-1, outputs.shape[-1]), targets.reshape(-1))


def errors(outputs, targets):
    return torch.nn.functional.mse_loss(outputs, targets)


def evaluate(network, x, y, loss):
    """The mean loss; of classes also the share that was told rightly, and the share of examples told rightly from end to end."""
    with torch.no_grad():
        outputs = torch.cat([network(part) for part in x.split(500)])
    figures = [f"{loss(outputs, y).item():.6f}"]
    if loss is classes:
        right = outputs.argmax(-1) == y
        figures.append(f"{right.float().mean().item():.4f}")
        if y.dim() == 2:
            figures.append(f"{right.all(1).float().mean().item():.4f}")
    return "/".join(figures)


def train(network, random, x, y, loss, test, steps, batch, rate, schedule=None, clip=1.0, marks=(), watched=()):
    """Takes steps with Adam; gives what `evaluate` says of the test after so many steps as marks say, and the mean loss of batches watched."""
    optimizer, draw, figures, losses = KerasAdam(network, rate), batches(random, len(x), batch), [], []
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = schedule(step) if schedule else rate
        drawn = next(draw)
        optimizer.zero_grad()
        loss(network(x[drawn]), y[drawn]).backward()
        if clip:
            torch.nn.utils.clip_grad_norm_(network.parameters(), clip)
        optimizer.step()
        if step in watched:
            with torch.no_grad():
                losses.append(loss(network(x[drawn]), y[drawn]).item())
        if step + 1 in marks:
            figures.append(evaluate(network, *test, loss))
    return figures + [f"{np.mean(losses):.4f}" for _ in losses[:1]]


def adding(random, count, steps=100):
    numbers, marks = random.random((count, steps)), np.zeros((count, steps))
    marked = np.stack([random.integers(0, steps // 2, count), random.integers(steps // 2, steps, count)], 1)
    np.put_along_axis(marks, marked, 1, 1)
    return torch.tensor(np.stack([numbers, marks], 2), dtype=torch.float), torch.tensor((numbers * marks).sum(1, keepdims=True), dtype=torch.float)


def copying(random, count, steps):
    digits, inputs, targets = random.integers(1, 9, (count, 10)), np.zeros((count, steps), "i8"), np.zeros((count, steps), "i8")
    inputs[:, :10], inputs[:, -11:], targets[:, -10:] = digits, 9, digits
    return torch.nn.functional.one_hot(torch.tensor(inputs), 10).float(), torch.tensor(targets)


def sines(random, count, steps=40):
    periods, phases = 10 + 30 * random.random((count, 1)), random.random((count, 1))
    angles = 2 * math.pi * (phases + np.arange(steps) / periods)
    return torch.tensor(np.sin(angles)[..., None], dtype=torch.float), torch.tensor(np.cos(angles)[..., None], dtype=torch.float)


def digits(folder, random, train, skipped, shape, permuted=False):
    order = torch.tensor(random.permutation(784) if permuted else np.arange(784))
    parts = [(images(folder, name).reshape(-1, 784)[:, order].reshape(-1, *shape), labels(folder, name)) for name in ("train", "t10k")]
    return [tuple(values[skipped : skipped + train] for values in parts[0]), parts[1]]


def replay(folder, task, seed, cell, changes):
    random = np.random.default_rng(seed)

    def figures(network, learned, test, loss, **recipe):
        return train(network, random, *learned, loss, test, **recipe | changes)

    match task:
        case "rows":
            learned, test = digits(folder, random, 55000, 5000, (28, 28))
            network = Network(cell, random, 28, 64, 10)
            return figures(network, learned, test, classes, steps=1200, batch=128, rate=0.002, marks=[1200])
        case "pixels" | "permuted" | "mean":
            learned, test = digits(folder, random, 10000, 0, (784, 1), task == "permuted")
            test, watched = tuple(values[:1000] for values in test), [*range(200, 300, 10), 299]
            network = Network(cell, random, 1, 64, 10, "mean" if task == "mean" else "last")
            return figures(network, learned, test, classes, steps=300, batch=32, rate=0.005, marks=[300], watched=watched)
        case "adding":
            network, marks = Network(cell, random, 2, 64, 1), [500, 1000, 1500, 2000]
            learned, test = adding(random, 20000), adding(random, 1000)
            return figures(network, learned, test, errors, steps=2000, batch=50, rate=0.002, marks=marks)
        case "near":
            network = Network(cell, random, 10, 64, 9, "every")
            learned, test = copying(random, 20000, 30), copying(random, 500, 30)
            return figures(network, learned, test, classes, steps=3000, batch=50, rate=0.005, marks=[3000])
        case "far":
            network = Network(cell, random, 10, 64, 9, "every")
            learned, test = copying(random, 5000, 1020), copying(random, 200, 1020)
            return figures(network, learned, test, classes, steps=300, batch=32, rate=0.005, marks=[300])
        case "sines":
            learned, test = sines(random, 2000), sines(random, 200)
            network = Network(cell, random, 1, 32, 1, "every")
            recipe = dict(steps=3000, batch=50, rate=0.005, clip=None, marks=[3000])
            untrained = [evaluate(network, *test, errors)]
            if cell == "blind":
                return untrained + figures(network, learned, test, errors, **recipe)
            early = figures(network, learned, test, errors, **recipe | dict(steps=20, marks=[20]))
            cosine = lambda step: 0.0001 + (0.005 - 0.0001) * (1 + math.cos(math.pi * step / 3000)) / 2
            return untrained + early + figures(network, learned, test, errors, **recipe | dict(schedule=cosine, clip=1.0))
    raise SystemExit(f"there is no task {task}")


ALL = {
    "rows": ["simple", "gru", "lstm", "forgetful"], "pixels": ["simple", "gru", "lstm"], "permuted": ["simple", "gru", "lstm"],
    "mean": ["lstm"], "adding": ["simple", "gru", "lstm"], "near": ["lstm"], "far": ["lstm"], "sines": ["simple", "blind"],
}

if __name__ == "__main__":
    (folder, task, first, last, *cells), changes = otherwise(sys.argv[1:])
    for seed in range(int(first), int(last) + 1):
        for cell in cells or ALL[task]:
            print(task, seed, cell, *replay(folder, task, seed, cell, changes), flush=True)
