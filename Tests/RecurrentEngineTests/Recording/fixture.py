"""What both recording scripts share: cases, their random values, and the form in which results are kept."""
import base64
import json
import pathlib

import numpy as np

FIXTURES = pathlib.Path(__file__).parent.parent / "Fixtures"


def floats(array):
    """Little-endian float32 in base64."""
    return base64.b64encode(np.ascontiguousarray(array, "<f4").tobytes()).decode()


def dense(units, activation="none"):
    return {"kind": "dense", "units": units, "activation": activation}


def simple_rnn(units, activation="tanh"):
    return {"kind": "simple_rnn", "units": units, "activation": activation}


def lstm(units, forget_bias=1.0):
    return {"kind": "lstm", "units": units, "forgetBias": forget_bias}


def gru(units):
    return {"kind": "gru", "units": units}


def embedding(units):
    return {"kind": "embedding", "units": units}


def layer_norm(units, epsilon=1e-5):
    """Of as many units as the layer in front has."""
    return {"kind": "layer_norm", "units": units, "epsilon": epsilon}


def bidirectional(layer):
    return {"kind": "bidirectional", "units": 2 * layer["units"], "inner": layer}


def parameters_of(layer, inputs):
    """The shapes of a layer's parameters, in the engine's layout and order."""
    if layer["kind"] == "bidirectional":
        return 2 * parameters_of(layer["inner"], inputs)
    units = layer["units"]
    if layer["kind"] == "embedding":
        return [(inputs, units)]
    if layer["kind"] == "layer_norm":
        return [(units,), (units,)]
    if layer["kind"] == "gru":
        return [(inputs, 3 * units), (units, 3 * units), (3 * units,), (3 * units,)]
    rows = inputs + (0 if layer["kind"] == "dense" else units)
    columns = units * (4 if layer["kind"] == "lstm" else 1)
    return [(rows, columns), (columns,)]


def case(name, layers, loss="softmax_cross_entropy", readout="final_state", steps=5, features=6, classes=4, batch=7):
    """A network with random parameters in the engine's layout, and a random batch, both exact in float32."""
    random = np.random.default_rng(sum(map(ord, name)))
    inputs, parameters = features, []
    for layer in layers:
        for shape in parameters_of(layer, inputs):
            deviation = 1.5 / np.sqrt(shape[0]) if len(shape) == 2 else 0.1
            parameters.append(random.normal(0, deviation, shape))
        if layer["kind"] == "layer_norm":
            parameters[-2] += 1
        inputs = layer["units"]
    return {
        "name": name, "steps": steps, "features": features, "classes": classes, "batch": batch,
        "layers": layers, "readout": readout, "loss": loss,
        "parameters": [p.astype(np.float32) for p in parameters],
        "values": random.normal(0, 1, (batch, steps, features)).astype(np.float32),
        "labels": random.integers(0, classes, batch * (steps if readout == "every_step" else 1)).tolist(),
    }


def with_numbers(case):
    """The case with K random numbers for each output in place of labels."""
    shape = (case["batch"], case["steps"], case["classes"]) if case["readout"] == "every_step" else (case["batch"], case["classes"])
    return case | {"numbers": np.random.default_rng(1).normal(0, 1, shape).astype(np.float32)}


def with_tokens(case):
    """The case with one of D random tokens at each step in place of D numbers."""
    tokens = np.random.default_rng(2).integers(0, case["features"], (case["batch"], case["steps"]))
    return case | {"tokens": True, "values": tokens.astype(np.float32)}


def with_lengths(case):
    """The case with rows of all lengths, and no labels behind their ends."""
    steps = case["steps"]
    lengths = [steps - 3 * row % steps for row in range(case["batch"])]
    labels = case["labels"]
    if case["readout"] == "every_step":
        labels = [label if place % steps < lengths[place // steps] else -1 for place, label in enumerate(labels)]
    return case | {"lengths": lengths, "labels": labels}


def with_smoothing(case, smoothing):
    """The case with smoothed labels."""
    return case | {"labelSmoothing": smoothing}


def flat(arrays):
    return np.concatenate([np.asarray(a, np.float64).ravel() for a in arrays])


def write(file, cases):
    FIXTURES.mkdir(exist_ok=True)
    (FIXTURES / file).write_text(json.dumps(cases, indent=1) + "\n")


def encoded(case, **results):
    """A case and its results, with all arrays as text."""
    return case | {"parameters": floats(flat(case["parameters"])), "values": floats(case["values"])} | results
