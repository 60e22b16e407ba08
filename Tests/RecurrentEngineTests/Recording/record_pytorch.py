"""Records PyTorch's losses, probabilities, gradients and updates, computed in double precision.

Run in this folder: python3 -m venv .venv && .venv/bin/pip install torch numpy && .venv/bin/python record_pytorch.py
The figures in Fixtures were recorded with torch 2.15.
"""
import numpy as np
import torch

from fixture import case, dense, encoded, flat, floats, gru, lstm, parameters_of, simple_rnn, with_numbers, write

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


class Model(torch.nn.Module):
    def __init__(self, case):
        super().__init__()
        self.case = case
        inputs = case["features"]
        self.parts = torch.nn.ModuleList()
        for layer in case["layers"]:
            units = layer["units"]
            if layer["kind"] == "dense":
                self.parts.append(torch.nn.Linear(inputs, units))
            elif layer["kind"] == "simple_rnn":
                self.parts.append(torch.nn.RNN(inputs, units, nonlinearity=layer["activation"], batch_first=True))
            elif layer["kind"] == "gru":
                self.parts.append(torch.nn.GRU(inputs, units, batch_first=True))
            else:
                self.parts.append(torch.nn.LSTM(inputs, units, batch_first=True))
            inputs = units
        self.double()
        remaining = [p.astype(np.float64) for p in case["parameters"]]
        inputs = case["features"]
        for part, layer in zip(self.parts, case["layers"]):
            count = len(parameters_of(layer, inputs))
            arrays, remaining, inputs = remaining[:count], remaining[count:], layer["units"]
            with torch.no_grad():
                if layer["kind"] == "gru":
                    # Rows r, z and n, as the engine's columns; both have the reset after the product, and two biases.
                    for name, array in zip(["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"], arrays):
                        getattr(part, name).copy_(torch.from_numpy(array.T))
                    continue
                kernel, bias = arrays
                if layer["kind"] == "dense":
                    part.weight.copy_(torch.from_numpy(kernel.T))
                    part.bias.copy_(torch.from_numpy(bias))
                    continue
                rows = kernel.shape[0] - layer["units"]
                if layer["kind"] == "lstm":
                    bias = bias + np.repeat([0, 0, layer["forgetBias"], 0], layer["units"])
                    kernel, bias = columns_to_pytorch(kernel), columns_to_pytorch(bias)
                else:
                    kernel = kernel.T
                part.weight_ih_l0.copy_(torch.from_numpy(kernel[:, :rows]))
                part.weight_hh_l0.copy_(torch.from_numpy(kernel[:, rows:]))
                part.bias_ih_l0.copy_(torch.from_numpy(bias))
                part.bias_hh_l0.zero_().requires_grad_(False)

    def forward(self, x):
        last = max((i for i, layer in enumerate(self.case["layers"]) if layer["kind"] != "dense"), default=-1)
        if last < 0:
            x = x[:, -1]
        for index, (part, layer) in enumerate(zip(self.parts, self.case["layers"])):
            if layer["kind"] == "dense":
                x = part(x)
                if layer["activation"] == "softmax":
                    x = torch.softmax(x, -1)
                elif layer["activation"] != "none":
                    x = getattr(torch, layer["activation"])(x)
                continue
            outputs, state = part(x)
            hidden = state[0][0] if layer["kind"] == "lstm" else state[0]
            x = outputs if index < last or self.case["readout"] == "every_step" else hidden if self.case["readout"] == "final_state" else outputs[:, -1]
        return x

    def flat(self, of):
        """Parameters or their gradients in the engine's layout."""
        arrays = []
        for part, layer in zip(self.parts, self.case["layers"]):
            if layer["kind"] == "dense":
                arrays += [of(part.weight).T, of(part.bias)]
                continue
            if layer["kind"] == "gru":
                arrays += [of(part.weight_ih_l0).T, of(part.weight_hh_l0).T, of(part.bias_ih_l0), of(part.bias_hh_l0)]
                continue
            kernel = np.concatenate([of(part.weight_ih_l0), of(part.weight_hh_l0)], axis=1)
            bias = of(part.bias_ih_l0)
            if layer["kind"] == "lstm":
                kernel, bias = rows_from_pytorch(kernel), rows_from_pytorch(bias)
                if of is value:
                    bias = bias - np.repeat([0, 0, layer["forgetBias"], 0], layer["units"])
            else:
                kernel = kernel.T
            arrays += [kernel, bias]
        return flat(arrays)


def value(parameter):
    return parameter.detach().numpy()


def gradient(parameter):
    return parameter.grad.numpy()


def losses(case, outputs):
    if case["loss"] == "mean_squared_error":
        targets = torch.from_numpy(case["numbers"]).double()
        return torch.nn.functional.mse_loss(outputs, targets, reduction="none").mean(-1).reshape(-1)
    labels = torch.tensor(case["labels"])
    if case["loss"] == "softmax_cross_entropy":
        return torch.nn.functional.cross_entropy(outputs, labels, reduction="none")
    probabilities = (outputs / outputs.sum(-1, keepdim=True)).clamp(1e-7, 1 - 1e-7)
    return -torch.log(probabilities[torch.arange(len(labels)), labels])


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
        losses(case, model(torch.from_numpy(case["values"]).double())).mean().backward()
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
    rows.mean().backward()
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
