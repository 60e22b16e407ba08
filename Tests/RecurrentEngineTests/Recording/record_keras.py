"""Records Keras' losses, probabilities, gradients and Adam updates, computed in double precision.

Run in this folder: python3 -m venv .venv && .venv/bin/pip install keras torch numpy && .venv/bin/python record_keras.py
The figures in Fixtures/keras.json were recorded with Keras 3.15 on torch 2.15.
"""
import os

os.environ["KERAS_BACKEND"] = "torch"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
import keras
import numpy as np
import torch

from fixture import case, dense, encoded, flat, floats, lstm, simple_rnn, write

keras.backend.set_floatx("float64")
STEPS = 5
ADAM = {"kind": "adam", "learningRate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-5}


def swap_gates(array):
    """Gates i, j, f, o to Keras' i, f, c, o, and back."""
    i, a, b, o = np.split(np.asarray(array), 4, axis=-1)
    return np.concatenate([i, b, a, o], axis=-1)


def model(case):
    layers = case["layers"]
    last = max(i for i, layer in enumerate(layers) if layer["kind"] != "dense")
    keras_layers = [keras.Input((case["steps"], case["features"]))]
    for index, layer in enumerate(layers):
        if layer["kind"] == "dense":
            activation = None if layer["activation"] == "none" else layer["activation"]
            keras_layers.append(keras.layers.Dense(layer["units"], activation=activation))
        elif layer["kind"] == "simple_rnn":
            keras_layers.append(keras.layers.SimpleRNN(layer["units"], return_sequences=index < last))
        else:
            keras_layers.append(keras.layers.LSTM(layer["units"], return_sequences=index < last))
    result = keras.Sequential(keras_layers)
    weights = []
    for layer, kernel, bias in zip(layers, case["parameters"][::2], case["parameters"][1::2]):
        if layer["kind"] == "lstm":
            bias = bias.astype(np.float64) + np.repeat([0, 0, layer["forgetBias"], 0], layer["units"])
            kernel, bias = swap_gates(kernel), swap_gates(bias)
        rows = kernel.shape[0] - (0 if layer["kind"] == "dense" else layer["units"])
        weights += [kernel] if layer["kind"] == "dense" else [kernel[:rows], kernel[rows:]]
        weights.append(bias)
    result.set_weights(weights)
    return result


def engine_layout(case, arrays, are_values):
    """Keras' weights, or their gradients, in the engine's layout."""
    result, arrays = [], [np.asarray(a.detach() if torch.is_tensor(a) else a) for a in arrays]
    for layer in case["layers"]:
        if layer["kind"] == "dense":
            kernel, bias, *arrays = arrays
        else:
            kernel, recurrent, bias, *arrays = arrays
            kernel = np.concatenate([kernel, recurrent])
        if layer["kind"] == "lstm":
            kernel, bias = swap_gates(kernel), swap_gates(bias)
            bias = bias - are_values * np.repeat([0, 0, layer["forgetBias"], 0], layer["units"])
        result += [kernel, bias]
    return flat(result)


def losses(case, outputs):
    targets = np.eye(case["classes"])[case["labels"]]
    from_logits = case["loss"] == "softmax_cross_entropy"
    return keras.ops.categorical_crossentropy(targets, outputs, from_logits=from_logits)


def recorded(case):
    network = model(case)
    outputs = network(case["values"].astype(np.float64))
    rows = losses(case, outputs)
    rows.mean().backward()
    gradient = engine_layout(case, [w.value.grad for w in network.trainable_weights], False)
    probabilities = torch.softmax(outputs, -1) if case["loss"] == "softmax_cross_entropy" else outputs

    network = model(case)
    optimizer = keras.optimizers.Adam(ADAM["learningRate"], epsilon=ADAM["epsilon"])
    for _ in range(STEPS):
        network.zero_grad()
        losses(case, network(case["values"].astype(np.float64))).mean().backward()
        with torch.no_grad():
            optimizer.apply([w.value.grad for w in network.trainable_weights], network.trainable_weights)
    updated = engine_layout(case, network.get_weights(), True)
    return encoded(
        case, losses=floats(rows.detach()), probabilities=floats(probabilities.detach()), gradient=floats(gradient),
        updates=[ADAM | {"steps": STEPS, "parameters": floats(updated)}])


write("keras.json", [
    recorded(case("Keras LSTM", [lstm(9), dense(4)])),
    recorded(case("Keras dense, LSTM", [dense(8), lstm(9), dense(4)])),
    recorded(case("Keras simple RNN", [simple_rnn(9), dense(4)])),
    recorded(case("Keras double softmax", [simple_rnn(9), dense(4, "softmax"), dense(4, "softmax")], "cross_entropy")),
])
