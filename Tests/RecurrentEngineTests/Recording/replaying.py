"""What the replays share: MNIST, initial values, layers, the optimizer and the order of examples.

Random numbers come from NumPy's generator, one for each seed: what is drawn is of the same kind as in nbrun, and never the same numbers.
"""
import gzip
import pathlib

import numpy as np
import torch

torch.set_num_threads(1)


def images(folder, name):
    pixels = gzip.open(pathlib.Path(folder) / f"{name}-images-idx3-ubyte.gz").read()
    return torch.tensor(np.frombuffer(pixels, np.uint8, offset=16).reshape(-1, 28, 28).astype("f") / 255)


def labels(folder, name):
    classes = gzip.open(pathlib.Path(folder) / f"{name}-labels-idx1-ubyte.gz").read()
    return torch.tensor(np.frombuffer(classes, np.uint8, offset=8).astype("i8"))


def glorot(random, rows, columns):
    limit = (6 / (rows + columns)) ** 0.5
    return torch.tensor(random.uniform(-limit, limit, (rows, columns)).astype("f"))


def normal(random, rows, columns):
    return torch.tensor(random.normal(size=(rows, columns)).astype("f"))


def orthogonal(random, size):
    q, r = np.linalg.qr(random.normal(size=(size, size)))
    return torch.tensor((q * np.sign(np.diag(r))).astype("f"))


def dense(kernel, bias=0.0):
    layer = torch.nn.Linear(*kernel.shape)
    with torch.no_grad():
        layer.weight.copy_(kernel.T)
        layer.bias.fill_(bias)
    return layer


def recurrent(kind, inputs, states, forget_bias=1.0):
    """A module of the kind from two kernels; what an LSTM has as its forget bias and a second bias that is none are not trained."""
    units = states.shape[0]
    layer = kind(inputs.shape[0], units, batch_first=True)
    with torch.no_grad():
        layer.weight_ih_l0.copy_(inputs.T)
        layer.weight_hh_l0.copy_(states.T)
        layer.bias_ih_l0.zero_()
        layer.bias_hh_l0.zero_()
        if kind is torch.nn.LSTM:
            layer.bias_hh_l0[units : 2 * units] = forget_bias
    layer.bias_hh_l0.requires_grad_(kind is torch.nn.GRU)
    return layer


def recurrent_from_glorot(kind, random, inputs, units, forget_bias=1.0):
    """The initial values that nbrun gives: one kernel for inputs and states, but for a GRU two."""
    columns = {torch.nn.RNN: 1, torch.nn.GRU: 3, torch.nn.LSTM: 4}[kind] * units
    if kind is torch.nn.GRU:
        return recurrent(kind, glorot(random, inputs, columns), glorot(random, units, columns))
    kernel = glorot(random, inputs + units, columns)
    return recurrent(kind, kernel[:inputs], kernel[inputs:], forget_bias)


class KerasAdam(torch.optim.Adam):
    """Adam with epsilon outside the bias correction, as TensorFlow and Keras have it."""

    def __init__(self, model, rate=1e-3, epsilon=1e-8):
        super().__init__([p for p in model.parameters() if p.requires_grad], lr=rate)
        self.epsilon, self.count = epsilon, 0

    def step(self):
        self.count += 1
        for group in self.param_groups:
            group["eps"] = self.epsilon / (1 - 0.999**self.count) ** 0.5
        return super().step()


def otherwise(arguments):
    """The arguments, and what those that are NAME=NUMBER say."""
    changes = dict(each.split("=") for each in arguments if "=" in each)
    return [each for each in arguments if "=" not in each], {name: int(value) if value.isdigit() else float(value) for name, value in changes.items()}


def batches(random, count, batch, shuffled=True):
    """Batches without an end; one may take the end of one order and the beginning of the next."""
    new_order = (lambda: random.permutation(count)) if shuffled else (lambda: np.arange(count))
    order, at = new_order(), 0
    while True:
        if at + batch <= count:
            drawn, at = order[at : at + batch], at + batch
        else:
            rest, order = order[at:], new_order()
            at = batch - len(rest)
            drawn = np.concatenate([rest, order[:at]])
        yield torch.tensor(drawn)
