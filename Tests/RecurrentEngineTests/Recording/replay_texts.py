"""Replays the notebooks on texts in PyTorch: recipes as the notebooks have them, other initial values.

Prints a line for each seed: where the ranges in the notebooks come from. For shakespeare, after 751 updates: the mean bits per character of the batches of
updates 500, 550 … 750, each after its update, and those of the test in sixteen streams. For time-machine perplexities: the mean of the last
batches of the last ten epochs, each after its update, that of the text trained on in sixteen streams, and that of the test.
Run: .venv/bin/python replay_texts.py FOLDER_OF_TEXTS shakespeare|time-machine FIRST_SEED LAST_SEED [UPDATES]; see replay_articles.py for
what is installed.
"""
import gzip
import math
import pathlib
import re
import sys

import numpy as np
import torch

from replaying import KerasAdam, dense, glorot, recurrent_from_glorot

UNITS, STREAMS = 256, 16


class Writer(torch.nn.Module):
    def __init__(self, random, characters):
        super().__init__()
        self.recurrent = recurrent_from_glorot(torch.nn.LSTM, random, characters, UNITS)
        self.last = dense(glorot(random, UNITS, characters))

    def loss(self, windows, states):
        """The mean loss of [B, T + 1] characters, each told from those before it, and the states that it ends in."""
        characters = torch.nn.functional.one_hot(windows[:, :-1], self.last.out_features).float()
        outputs, states = self.recurrent(characters, states)
        return torch.nn.functional.cross_entropy(self.last(outputs).flatten(0, 1), windows[:, 1:].flatten()), states


def windows_of(text, steps):
    """Windows of T characters and the one that follows, [N, T + 1]."""
    return text[: (len(text) - 1) // steps * steps + 1].unfold(0, steps + 1, steps)


def training_batches(windows, rows):
    """Batches whose rows go on where those before ended, and whether they do; without an end."""
    length = len(windows) // rows
    while True:
        for place in range(length):
            yield windows[place : rows * length : length], place > 0


def evaluate(writer, windows):
    """The mean loss of all windows in sixteen streams, of which the last may end first."""
    length, total, states = -(-len(windows) // STREAMS), 0.0, None
    with torch.no_grad():
        for place in range(length):
            rows = windows[place::length]
            states = states and tuple(state[:, : len(rows)].contiguous() for state in states)
            loss, states = writer.loss(rows, states)
            total += loss.item() * len(rows)
    return total / len(windows)


def train(writer, windows, rows, optimizer, updates):
    """Takes updates; yields after each its batch and the states that it began in."""
    draw, ended = training_batches(windows, rows), None
    for _ in range(updates):
        batch, goes_on = next(draw)
        begun = ended if goes_on else None
        optimizer.zero_grad()
        loss, ended = writer.loss(batch, begun)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(writer.parameters(), 1)
        optimizer.step()
        ended = tuple(state.detach() for state in ended)
        yield batch, begun


def tokens(text, characters):
    return torch.tensor(np.searchsorted(sorted(characters), list(text)))


def time_machine(text, seed, updates):
    text = re.sub("[^a-z]+", " ", text.lower()).strip()
    text, random = tokens(text[:12000], set(text)), np.random.default_rng(seed)
    learned, test = windows_of(text[:10000], 35), windows_of(text[10000:], 35)
    writer, epoch, perplexities = Writer(random, 27), len(learned) // 32, []
    optimizer = torch.optim.SGD([p for p in writer.parameters() if p.requires_grad], lr=1)
    updates = updates or 500 * epoch
    for update, (batch, begun) in enumerate(train(writer, learned, 32, optimizer, updates)):
        if update % epoch == epoch - 1 and update >= updates - 10 * epoch:
            with torch.no_grad():
                perplexities.append(math.exp(writer.loss(batch, begun)[0].item()))
    return [f"{p:.4f}" for p in [np.mean(perplexities), math.exp(evaluate(writer, learned)), math.exp(evaluate(writer, test))]]


def shakespeare(text, seed, updates):
    text, random = tokens(text, set(text)), np.random.default_rng(seed)
    end = len(text) - len(text) // 10
    learned, test = windows_of(text[:end], 64), windows_of(text[end:], 64)
    writer, bits, figures = Writer(random, 65), [], []
    for update, (batch, begun) in enumerate(train(writer, learned, 32, KerasAdam(writer, 0.005), updates)):
        if update in range(500, 751, 50):
            with torch.no_grad():
                bits.append(writer.loss(batch, begun)[0].item() / math.log(2))
        if update == updates - 1:
            figures += [f"{np.mean(bits):.4f}", f"{evaluate(writer, test) / math.log(2):.4f}"]
    return figures


if __name__ == "__main__":
    folder, name = pathlib.Path(sys.argv[1]), sys.argv[2]
    file = {"shakespeare": "tiny-shakespeare", "time-machine": "time-machine"}[name]
    text = gzip.open(folder / f"{file}.txt.gz").read().decode()
    for seed in range(int(sys.argv[3]), int(sys.argv[4]) + 1):
        updates = int(sys.argv[5]) if len(sys.argv) > 5 else 0
        figures = time_machine(text, seed, updates) if name == "time-machine" else shakespeare(text, seed, updates or 751)
        print(name, seed, *figures, flush=True)
