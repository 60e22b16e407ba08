"""Weights that PyTorch makes, with what it says by them, and what it says by weights that nbrun makes.

usage: PYTHONPATH=… python record_pytorch.py     (PyTorch 2.15.0, safetensors 0.8.0)

`Fixtures/pytorch_NAME.safetensors` is a state dictionary as safetensors writes it. `Fixtures/nbrun_for_pytorch_NAME.safetensors` is what the tests say
that nbrun writes; it is read here by the script of the manual. `Fixtures/pytorch.json` has the inputs and what is said of them.
"""
import base64
import json
import pathlib

import numpy as np
import torch
from safetensors.torch import save_file
from torch import nn

FIXTURES = pathlib.Path(__file__).parent.parent / "Fixtures"
STEPS, FEATURES, CLASSES, BATCH = 6, 5, 3, 4


class Reader(nn.Module):
    """Modules one after the other under the names that nbrun gives them; the last reads the last state."""

    def __init__(self, **modules):
        super().__init__()
        self.names = list(modules)
        for name, module in modules.items():
            setattr(self, name, module)

    def forward(self, x):
        for name in self.names[:-1]:
            x = getattr(self, name)(x)
            if isinstance(x, tuple):
                x, state = x
        h = state[0] if isinstance(state, tuple) else state
        module = getattr(self, self.names[-2])
        h = torch.cat([h[-2], h[-1]], 1) if module.bidirectional else h[-1]
        return getattr(self, self.names[-1])(h)


def recurrent(kind, inputs, units, **options):
    return getattr(nn, kind)(inputs, units, batch_first=True, **options)


CASES = {
    "lstm": lambda: Reader(lstm=recurrent("LSTM", FEATURES, 7), linear=nn.Linear(7, CLASSES)),
    "gru": lambda: Reader(gru=recurrent("GRU", FEATURES, 7), linear=nn.Linear(7, CLASSES)),
    "rnn": lambda: Reader(rnn=recurrent("RNN", FEATURES, 7), linear=nn.Linear(7, CLASSES)),
    "rectified": lambda: Reader(rnn=recurrent("RNN", FEATURES, 7, nonlinearity="relu"), linear=nn.Linear(7, CLASSES)),
    "stacked": lambda: Reader(lstm=recurrent("LSTM", FEATURES, 7, num_layers=2), linear=nn.Linear(7, CLASSES)),
    "both_ways": lambda: Reader(
        gru=recurrent("GRU", FEATURES, 7, num_layers=2, bidirectional=True), linear=nn.Linear(14, CLASSES)),
    "sizes": lambda: Reader(
        linear=nn.Linear(FEATURES, 4), lstm=recurrent("LSTM", 4, 7), lstm_1=recurrent("LSTM", 7, 9),
        linear_1=nn.Linear(9, CLASSES)),
}


def floats(array):
    return base64.b64encode(np.ascontiguousarray(array, "<f4").tobytes()).decode()


def load(path):
    """As the manual has it."""
    data = open(path, "rb").read()
    size = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:size])
    return {name: torch.frombuffer(bytearray(data[size + t["data_offsets"][0]:size + t["data_offsets"][1]]),
                                   dtype=torch.float32).reshape(t["shape"])
            for name, t in header.items() if name != "__metadata__"}


def main():
    recorded = []
    for name, make in CASES.items():
        torch.manual_seed(sum(map(ord, name)))
        network, x = make(), torch.randn(BATCH, STEPS, FEATURES)
        if name == "lstm":
            save_file(network.state_dict(), FIXTURES / f"pytorch_{name}.safetensors", metadata={"made by": "PyTorch"})
        else:
            save_file(network.state_dict(), FIXTURES / f"pytorch_{name}.safetensors")
        with torch.no_grad():
            case = {"name": name, "inputs": floats(x), "outputs": floats(network(x))}
            made_here = FIXTURES / f"nbrun_for_pytorch_{name}.safetensors"
            if made_here.exists():
                network.load_state_dict(load(made_here))
                case["outputsByOurs"] = floats(network(x))
        recorded.append(case)
    (FIXTURES / "pytorch.json").write_text(json.dumps(recorded, indent=1) + "\n")


main()
