"""Replays the notebooks on texts in PyTorch: recipes as the notebooks have them, other initial values.

Prints a line for each seed: where the ranges in the notebooks come from. For shakespeare, after 751 updates and, if there are as many, 2,000, 3,000, 4,000
and 5,000: the mean bits per character of the batches of updates 500, 550 … 750 (or 1750, 1800 … 1950 and 1999), each after its update, and
those of the test in sixteen streams. For time-machine perplexities: the mean of the last batches of epochs 90 to 99 and of the last ten
epochs, each after its update, that of the text trained on in sixteen streams, and that of the test.
Run: .venv/bin/python replay_texts.py FOLDER_OF_TEXTS shakespeare|time-machine FIRST_SEED LAST_SEED [NAME=NUMBER …], NAME how many updates
there are or what is other than in the notebook, rate or clip, of which 0 is none; see replay_articles.py for what is installed.
"""
import gzip
import math
import pathlib
import re
import sys

import numpy as np
import torch

from replaying import KerasAdam, dense, glorot, otherwise, recurrent_from_glorot

UNITS, STREAMS, MARKS = 256, 16, [751, 2000, 3000, 4000, 5000]


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


def train(writer, windows, rows, optimizer, updates, clip):
    """Takes updates; yields after each its batch and the states that it began in."""
    draw, ended = training_batches(windows, rows), None
    for _ in range(updates):
        batch, goes_on = next(draw)
        begun = ended if goes_on else None
        optimizer.zero_grad()
        loss, ended = writer.loss(batch, begun)
        loss.backward()
        if clip:
            torch.nn.utils.clip_grad_norm_(writer.parameters(), clip)
        optimizer.step()
        ended = tuple(state.detach() for state in ended)
        yield batch, begun


def tokens(text, characters):
    return torch.tensor(np.searchsorted(sorted(characters), list(text)))


def time_machine(text, seed, updates=0, rate=1, clip=1):
    text = re.sub("[^a-z]+", " ", text.lower()).strip()
    text, random = tokens(text[:12000], set(text)), np.random.default_rng(seed)
    learned, test = windows_of(text[:10000], 35), windows_of(text[10000:], 35)
    writer, epoch, perplexities = Writer(random, 27), len(learned) // 32, []
    optimizer = torch.optim.SGD([p for p in writer.parameters() if p.requires_grad], lr=rate)
    for update, (batch, begun) in enumerate(train(writer, learned, 32, optimizer, updates or 500 * epoch, clip)):
        if update % epoch == epoch - 1:
            with torch.no_grad():
                perplexities.append(math.exp(writer.loss(batch, begun)[0].item()))
    recent = [np.mean(some) for some in (perplexities[90:100], perplexities[-10:])]
    return [f"{p:.4f}" for p in recent + [math.exp(evaluate(writer, each)) for each in (learned, test)]]


def shakespeare(text, seed, updates=751, rate=0.005, clip=1):
    text, random = tokens(text, set(text)), np.random.default_rng(seed)
    end = len(text) - len(text) // 10
    learned, test = windows_of(text[:end], 64), windows_of(text[end:], 64)
    writer, bits, figures = Writer(random, 65), {}, []
    for update, (batch, begun) in enumerate(train(writer, learned, 32, KerasAdam(writer, rate), updates, clip)):
        count = update + 1
        if update % 50 == 0 or count in MARKS:
            with torch.no_grad():
                bits[update] = writer.loss(batch, begun)[0].item() / math.log(2)
        if count in MARKS:
            recent = [bits[each] for each in bits if each >= count // 50 * 50 - 250]
            figures.append(f"{np.mean(recent):.4f}/{evaluate(writer, test) / math.log(2):.4f}")
    return figures


if __name__ == "__main__":
    (folder, name, first, last), changes = otherwise(sys.argv[1:])
    file, replay = {"shakespeare": ("tiny-shakespeare", shakespeare), "time-machine": ("time-machine", time_machine)}[name]
    text = gzip.open(pathlib.Path(folder) / f"{file}.txt.gz").read().decode()
    for seed in range(int(first), int(last) + 1):
        print(name, seed, *replay(text, seed, **changes), flush=True)
