"""Weights that Keras makes, with what it says by them, and what it says by weights that nbrun makes.

usage: KERAS_BACKEND=torch python record_keras.py     (Keras 3.15.1 on PyTorch 2.15.0, safetensors 0.8.0)

`Fixtures/keras_NAME.safetensors` holds the weights of a model under the names that nbrun has for them. `Fixtures/nbrun_for_keras_NAME.safetensors`
is what the tests say that nbrun writes. `Fixtures/keras.json` has the inputs and what is said of them.
"""
import base64
import json
import pathlib

import keras
import numpy as np
from keras.layers import GRU, LSTM, Bidirectional, Dense, SimpleRNN
from safetensors.numpy import save_file

FIXTURES = pathlib.Path(__file__).parent.parent / "Fixtures"
STEPS, FEATURES, CLASSES, BATCH = 6, 5, 3, 4

CASES = {
    "lstm": lambda: [LSTM(7), Dense(CLASSES)],
    "gru": lambda: [GRU(7), Dense(CLASSES)],
    "rnn": lambda: [SimpleRNN(7), Dense(CLASSES)],
    "sizes": lambda: [Dense(4), LSTM(7, return_sequences=True), LSTM(9), Dense(CLASSES)],
    "one_after_the_other": lambda: [Bidirectional(GRU(7, return_sequences=True)), LSTM(9), Dense(CLASSES)],
}


def floats(array):
    return base64.b64encode(np.ascontiguousarray(array, "<f4").tobytes()).decode()


def names(model):
    """The names that nbrun has for a model's weights, in the order in which the model has them."""
    counts, found = {}, []
    for layer in model.layers:
        kind = {"SimpleRNN": "simple_rnn"}.get(type(layer).__name__, type(layer).__name__.lower())
        number = counts.setdefault(kind, 0)
        counts[kind] += 1
        module = kind if number == 0 else f"{kind}_{number}"
        parts = ["kernel", "bias"] if kind == "dense" else ["kernel", "recurrent_kernel", "bias"]
        ways = ["forward_layer/", "backward_layer/"] if kind == "bidirectional" else [""]
        found += [f"{module}/{way}{part}" for way in ways for part in parts]
    return found


def load(path):
    """As the manual has it."""
    data = open(path, "rb").read()
    size = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:size])
    return {name: np.frombuffer(data[size:], "<f4", (t["data_offsets"][1] - t["data_offsets"][0]) // 4, t["data_offsets"][0]).reshape(t["shape"])
            for name, t in header.items() if name != "__metadata__"}


def main():
    recorded = []
    for name, make in CASES.items():
        keras.utils.set_random_seed(sum(map(ord, name)))
        model = keras.Sequential([keras.Input((STEPS, FEATURES)), *make()])
        random = np.random.default_rng(sum(map(ord, name)))
        weights = [w + random.normal(0, 0.2, w.shape).astype(np.float32) for w in model.get_weights()]
        model.set_weights(weights)
        x = random.normal(0, 1, (BATCH, STEPS, FEATURES)).astype(np.float32)
        save_file(dict(zip(names(model), weights)), FIXTURES / f"keras_{name}.safetensors")
        case = {"name": name, "inputs": floats(x), "outputs": floats(model.predict(x, verbose=0))}
        made_here = FIXTURES / f"nbrun_for_keras_{name}.safetensors"
        if made_here.exists():
            ours = load(made_here)
            model.set_weights([ours[name] for name in names(model)])
            case["outputsByOurs"] = floats(model.predict(x, verbose=0))
        recorded.append(case)
    (FIXTURES / "keras.json").write_text(json.dumps(recorded, indent=1) + "\n")


main()
