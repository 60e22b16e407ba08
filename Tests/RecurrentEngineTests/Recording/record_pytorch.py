"""Records PyTorch's losses, probabilities, gradients and updates, computed in double precision.

Run in this folder: python3 -m venv .venv && .venv/bin/pip install torch numpy && .venv/bin/python record_pytorch.py
The figures in Fixtures were recorded with torch 2.15.
"""
import numpy as np
import torch

from fixture import (
    bidirectional, case, dense, embedding, encoded, flat, floats, gru, layer_norm, lstm, parameters_of, simple_rnn, with_lengths, with_numbers,
    with_smoothing, with_tokens, write)

STEPS = 5
ADAM = {"kind": "adam", "learningRate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-6}
ADAMW = [
    {"kind": "adamw", "learningRate": 0.01, "weightDecay": 0.1, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
    # An ε that matters, wherever it stands.
    {"kind": "adamw", "learningRate": 0.02, "weightDecay": 0.5, "beta1": 0.8, "beta2": 0.99, "epsilon": 1e-2},
]
CLIPPED = [
    # Norms of these gradients are near 1: the first is always scaled down, the second never, and by value some elements are cut.
    {"kind": "sgd", "learningRate": 0.5, "momentum": 0.9, "clipNorm": 0.1},
    {"kind": "sgd", "learningRate": 0.1, "momentum": 0.0, "clipNorm": 1000.0},
    ADAM | {"clipValue": 0.01},
]
UPDATES = [
    {"kind": "sgd", "learningRate": 0.05, "momentum": 0.9, "nesterov": True},
    {"kind": "sgd", "learningRate": 0.05, "momentum": 0.5, "weightDecay": 0.1},
    {"kind": "sgd", "learningRate": 0.05, "momentum": 0.5, "nesterov": True, "weightDecay": 0.1},
    {"kind": "rmsprop", "learningRate": 0.01, "decay": 0.9, "momentum": 0.0, "epsilon": 1e-8},
    {"kind": "rmsprop", "learningRate": 0.005, "decay": 0.5, "momentum": 0.9, "epsilon": 1e-2},
]
OPTIMIZERS = [
    ADAM,
    {"kind": "sgd", "learningRate": 0.1, "momentum": 0.0},
    {"kind": "sgd", "learningRate": 0.05, "momentum": 0.9},
]


def columns_to_pytorch(kernel):
    """Gates i, j, f, o in columns to i, f, g, o in rows."""
    i, j, f, o = np.split(kernel, 4, axis=-1)
    return np.concatenate([i, f, j, o], axis=-1).T


def rows_from_pytorch(weight):
    i, f, g, o = np.split(weight.T, 4, axis=-1)
    return np.concatenate([i, g, f, o], axis=-1)


# Layers whose parameters are PyTorch's as they are, or transposed.
FLAT = {
    "dense": lambda inputs, layer: torch.nn.Linear(inputs, layer["units"]),
    "embedding": lambda inputs, layer: torch.nn.Embedding(inputs, layer["units"]),
    "layer_norm": lambda inputs, layer: torch.nn.LayerNorm(inputs, layer["epsilon"]),
}
RECURRENT = {"simple_rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}


def directions(layer):
    """A recurrent layer and the suffixes of its parameters, one for each direction."""
    return (layer["inner"], ["", "_reverse"]) if layer["kind"] == "bidirectional" else (layer, [""])


class Model(torch.nn.Module):
    def __init__(self, case):
        super().__init__()
        self.case = case
        inputs = case["features"]
        self.parts = torch.nn.ModuleList()
        for layer in case["layers"]:
            if layer["kind"] in FLAT:
                self.parts.append(FLAT[layer["kind"]](inputs, layer))
            else:
                inner, suffixes = directions(layer)
                options = {"nonlinearity": inner["activation"]} if inner["kind"] == "simple_rnn" else {}
                self.parts.append(RECURRENT[inner["kind"]](
                    inputs, inner["units"], batch_first=True, bidirectional=len(suffixes) == 2, **options))
            inputs = layer["units"]
        self.double()
        remaining = [p.astype(np.float64) for p in case["parameters"]]
        inputs = case["features"]
        for part, layer in zip(self.parts, case["layers"]):
            count = len(parameters_of(layer, inputs))
            arrays, remaining, inputs = remaining[:count], remaining[count:], layer["units"]
            with torch.no_grad():
                if layer["kind"] in FLAT:
                    for parameter, array in zip(part.parameters(), arrays):
                        parameter.copy_(torch.from_numpy(array.T if layer["kind"] == "dense" else array))
                    continue
                inner, suffixes = directions(layer)
                each = count // len(suffixes)
                for direction, suffix in enumerate(suffixes):
                    load(part, inner, arrays[direction * each:(direction + 1) * each], suffix)

    def forward(self, x):
        last = max((i for i, layer in enumerate(self.case["layers"]) if layer["kind"] not in FLAT), default=-1)
        lengths = torch.tensor(self.case.get("lengths", [self.case["steps"]] * len(x)))
        ends = lengths[:, None, None] - 1
        if "tokens" in self.case:
            x = x.long()
        if last < 0 and self.case["readout"] != "every_step":
            x = x[:, -1]
        for index, (part, layer) in enumerate(zip(self.parts, self.case["layers"])):
            if layer["kind"] == "dense":
                x = part(x)
                if layer["activation"] == "softmax":
                    x = torch.softmax(x, -1)
                elif layer["activation"] != "none":
                    x = getattr(torch, layer["activation"])(x)
                continue
            if layer["kind"] in FLAT:
                x = part(x)
                continue
            packed = torch.nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
            outputs, state = part(packed)
            outputs, _ = torch.nn.utils.rnn.pad_packed_sequence(outputs, batch_first=True, total_length=self.case["steps"])
            hidden = state[0] if directions(layer)[0]["kind"] == "lstm" else state
            read = {"every_step": lambda: outputs, "mean": lambda: outputs.sum(1) / lengths[:, None],
                    "last_output": lambda: outputs.gather(1, ends.expand(-1, 1, outputs.shape[-1]))[:, 0],
                    "final_state": lambda: torch.cat(list(hidden), -1)}
            x = outputs if index < last else read[self.case["readout"]]()
        return x

    def flat(self, of):
        """Parameters or their gradients in the engine's layout."""
        arrays = []
        for part, layer in zip(self.parts, self.case["layers"]):
            if layer["kind"] == "dense":
                arrays += [of(part.weight).T, of(part.bias)]
                continue
            if layer["kind"] in FLAT:
                arrays += [of(parameter) for parameter in part.parameters()]
                continue
            inner, suffixes = directions(layer)
            for suffix in suffixes:
                arrays += unload(part, inner, of, suffix)
        return flat(arrays)


def load(part, layer, arrays, suffix):
    """Gives a direction of a recurrent layer its parameters."""
    def named(name):
        return getattr(part, f"{name}_l0{suffix}")
    if layer["kind"] == "gru":
        # Rows r, z and n, as the engine's columns; both have the reset after the product, and two biases.
        for name, array in zip(["weight_ih", "weight_hh", "bias_ih", "bias_hh"], arrays):
            named(name).copy_(torch.from_numpy(array.T))
        return
    kernel, bias = arrays
    rows = kernel.shape[0] - layer["units"]
    if layer["kind"] == "lstm":
        bias = bias + np.repeat([0, 0, layer["forgetBias"], 0], layer["units"])
        kernel, bias = columns_to_pytorch(kernel), columns_to_pytorch(bias)
    else:
        kernel = kernel.T
    named("weight_ih").copy_(torch.from_numpy(kernel[:, :rows]))
    named("weight_hh").copy_(torch.from_numpy(kernel[:, rows:]))
    named("bias_ih").copy_(torch.from_numpy(bias))
    named("bias_hh").zero_().requires_grad_(False)


def unload(part, layer, of, suffix):
    """The parameters of a direction, or their gradients, as the engine has them."""
    def named(name):
        return of(getattr(part, f"{name}_l0{suffix}"))
    if layer["kind"] == "gru":
        return [named("weight_ih").T, named("weight_hh").T, named("bias_ih"), named("bias_hh")]
    kernel = np.concatenate([named("weight_ih"), named("weight_hh")], axis=1)
    bias = named("bias_ih")
    if layer["kind"] == "lstm":
        kernel, bias = rows_from_pytorch(kernel), rows_from_pytorch(bias)
        if of is value:
            bias = bias - np.repeat([0, 0, layer["forgetBias"], 0], layer["units"])
    else:
        kernel = kernel.T
    return [kernel, bias]


def value(parameter):
    return parameter.detach().numpy()


def gradient(parameter):
    return parameter.grad.numpy()


def losses(case, outputs):
    if case["loss"] == "mean_squared_error":
        targets = torch.from_numpy(case["numbers"]).double()
        return torch.nn.functional.mse_loss(outputs, targets, reduction="none").mean(-1).reshape(-1)
    labels = torch.tensor(case["labels"])
    smoothing = case.get("labelSmoothing", 0.0)
    if case["loss"] == "softmax_cross_entropy":
        return torch.nn.functional.cross_entropy(
            outputs.flatten(0, -2), labels, reduction="none", ignore_index=-1, label_smoothing=smoothing)
    probabilities = (outputs / outputs.sum(-1, keepdim=True)).clamp(1e-7, 1 - 1e-7)
    shares = torch.nn.functional.one_hot(labels, case["classes"]) * (1 - smoothing) + smoothing / case["classes"]
    return -(shares * torch.log(probabilities)).sum(-1)


def mean(case, losses):
    """The mean over the outputs that have a target."""
    return losses.sum() / (losses.numel() if "numbers" in case else sum(label >= 0 for label in case["labels"]))


def updated(case, optimizer, steps):
    model = Model(case)
    trained = [p for p in model.parameters() if p.requires_grad]
    if optimizer["kind"] == "adam":
        torch_optimizer = torch.optim.Adam(trained, optimizer["learningRate"], (optimizer["beta1"], optimizer["beta2"]))
    elif optimizer["kind"] == "adamw":
        torch_optimizer = torch.optim.AdamW(
            trained, optimizer["learningRate"], (optimizer["beta1"], optimizer["beta2"]), optimizer["epsilon"],
            optimizer["weightDecay"])
    elif optimizer["kind"] == "rmsprop":
        torch_optimizer = torch.optim.RMSprop(
            trained, optimizer["learningRate"], optimizer["decay"], optimizer["epsilon"], momentum=optimizer["momentum"])
    else:
        torch_optimizer = torch.optim.SGD(
            trained, optimizer["learningRate"], optimizer["momentum"], weight_decay=optimizer.get("weightDecay", 0),
            nesterov=optimizer.get("nesterov", False))
    norms = []
    for step in range(1, steps + 1):
        if optimizer["kind"] == "adam":
            # TensorFlow's ε stands outside the bias correction: PyTorch's is ε / √(1 - β₂ᵗ).
            torch_optimizer.param_groups[0]["eps"] = optimizer["epsilon"] / np.sqrt(1 - optimizer["beta2"] ** step)
        torch_optimizer.zero_grad()
        mean(case, losses(case, model(torch.from_numpy(case["values"]).double()))).backward()
        norms.append(torch.linalg.vector_norm(torch.cat([p.grad.reshape(-1) for p in trained])).item())
        if "clipNorm" in optimizer and norms[-1] > optimizer["clipNorm"]:
            # torch.nn.utils.clip_grad_norm_ divides by the norm and 1e-6 more.
            for parameter in trained:
                parameter.grad *= optimizer["clipNorm"] / norms[-1]
        if "clipValue" in optimizer:
            torch.nn.utils.clip_grad_value_(trained, optimizer["clipValue"])
        torch_optimizer.step()
    return optimizer | {"steps": steps, "norms": floats(norms), "parameters": floats(model.flat(value))}


def recorded(case, optimizers=OPTIMIZERS, steps=STEPS):
    model = Model(case)
    outputs = model(torch.from_numpy(case["values"]).double())
    rows = losses(case, outputs)
    mean(case, rows).backward()
    probabilities = torch.softmax(outputs, -1) if case["loss"] == "softmax_cross_entropy" else outputs
    updates = [updated(case, o, steps) for o in optimizers]
    if "numbers" in case:
        case = case | {"numbers": floats(case["numbers"])}
    return encoded(
        case, losses=floats(rows.detach()), probabilities=floats(probabilities.detach()),
        gradient=floats(model.flat(gradient)), updates=updates)


large = {"batch": 70, "features": 18, "steps": 6}
write("pytorch.json", [
    recorded(case("simple RNN", [simple_rnn(9), dense(4)])),
    recorded(case("simple RNN with ReLU", [simple_rnn(9, "relu"), dense(4)])),
    recorded(case("LSTM", [lstm(9), dense(4)])),
    recorded(case("LSTM without forget bias", [lstm(9, 0.0), dense(4)], readout="last_output")),
    recorded(case("simple RNN beyond a tile and a block", [simple_rnn(21), dense(4)], **large)),
    recorded(case("LSTM beyond a tile and a block", [lstm(21), dense(4)], **large), [ADAM]),
    recorded(case("dense, LSTM", [dense(8), lstm(9), dense(4)])),
    recorded(case("dense, tanh RNN, LSTM, dense", [dense(8, "sigmoid"), simple_rnn(7), lstm(5), dense(6, "relu"), dense(4)])),
    recorded(case("dense layers", [dense(9, "tanh"), dense(17, "relu"), dense(7, "sigmoid"), dense(4)], readout="last_output")),
    recorded(case("softmax before softmax cross-entropy", [simple_rnn(9), dense(4, "softmax"), dense(4)])),
    recorded(case("double softmax", [simple_rnn(9), dense(4, "softmax"), dense(4, "softmax")], "cross_entropy")),
])
write("pytorch_gru.json", [
    recorded(case("GRU", [gru(9), dense(4)])),
    recorded(case("GRU beyond a tile and a block", [gru(21), dense(4)], **large), [ADAM]),
    recorded(case("dense, GRU, GRU, dense", [dense(8), gru(7), gru(5), dense(6, "relu"), dense(4)], readout="last_output")),
])
write("pytorch_both_ways.json", [
    recorded(case("bidirectional LSTM", [bidirectional(lstm(9)), dense(4)])),
    recorded(case("bidirectional LSTM beyond a tile and a block", [bidirectional(lstm(21)), dense(4)], readout="mean", **large), [ADAM]),
    recorded(case("dense, bidirectional GRU and simple RNN", [dense(8, "tanh"), bidirectional(gru(7)), bidirectional(simple_rnn(5)), dense(4)],
                  readout="last_output")),
    recorded(case("the mean of a GRU's outputs", [gru(9), dense(4)], readout="mean")),
])
write("pytorch_embedding.json", [
    recorded(with_tokens(case("embedding, LSTM", [embedding(5), lstm(9), dense(4)], features=11))),
    recorded(with_tokens(case("embedding beyond a panel and a chain, GRU at each step", [embedding(19), gru(7), dense(23)], batch=37, steps=6,
                              features=23, classes=23, readout="every_step")), [ADAM]),
    recorded(with_lengths(with_tokens(case("embedding of rows that end before others", [embedding(18), lstm(5), dense(4)], features=7,
                                           readout="last_output"))), [ADAM]),
])
write("pytorch_layer_norm.json", [
    recorded(case("layer norm between LSTMs", [lstm(9), layer_norm(9), lstm(7), dense(4)])),
    recorded(case("layer norm beyond a panel and a chain", [layer_norm(18), gru(21), layer_norm(21), dense(4)], **large), [ADAM]),
    recorded(with_lengths(case("layer norm of rows that end before others, at each step", [lstm(19), layer_norm(19, 1e-3), gru(5), layer_norm(5),
                                                                                         dense(4)], readout="every_step")), [ADAM]),
    recorded(with_lengths(case("layer norm before both directions", [dense(6, "tanh"), layer_norm(6), bidirectional(lstm(5)), layer_norm(10),
                                                                     dense(4)], readout="mean")), [ADAM]),
])
write("pytorch_label_smoothing.json", [
    recorded(with_smoothing(case("smoothed labels", [lstm(9), dense(4)]), 0.1)),
    recorded(with_smoothing(with_lengths(case("smoothed labels at each step", [gru(7), dense(5)], classes=5, readout="every_step")), 0.25), [ADAM]),
    recorded(with_smoothing(case("smoothed labels and probabilities", [simple_rnn(9), dense(4, "softmax")], "cross_entropy"), 0.3), [ADAM]),
])
write("pytorch_numbers.json", [
    recorded(with_numbers(case("numbers once", [lstm(9), dense(4)], "mean_squared_error"))),
    recorded(with_numbers(case("numbers at each step", [gru(9), dense(6, "tanh"), dense(3)], "mean_squared_error",
                               readout="every_step", classes=3))),
])
write("pytorch_updates.json", [
    # Without a forget bias: in PyTorch it is a part of the bias, and would decay.
    recorded(case("momentum, RMSProp and clipping on an LSTM beyond a tile", [lstm(21, 0.0), dense(4)], **large), UPDATES + CLIPPED),
])
write("pytorch_adamw.json", [
    # Without a forget bias: in PyTorch it is a part of the bias, and would decay.
    recorded(case("AdamW on an LSTM beyond a tile and a block", [lstm(21, 0.0), dense(4)], **large), ADAMW),
    recorded(case("AdamW on dense layers", [dense(9, "tanh"), dense(4)], readout="last_output"), ADAMW),
])
# Long enough for a mistake that grows, such as in the powers of β.
MANY = 200
write("pytorch_long.json", [
    recorded(case("LSTM for many updates", [lstm(9), dense(4)]), [ADAM], MANY),
    recorded(case("simple RNN for many updates", [simple_rnn(9), dense(4)]), [OPTIMIZERS[2]], MANY),
    recorded(case("GRU for many updates", [gru(9), dense(4)]), [ADAMW[1]], MANY),
])
