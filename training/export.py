"""The trained tagger as ONNX, quantised to eight bits."""

import tempfile
from pathlib import Path

import onnx
import torch
from network import Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process


def export(tagger: Tagger, path: Path) -> None:
    """Write the tagger to ``path``, and beside it as ``*.float.onnx``.

    Matrices get one scale a column, the table of words one scale; the small tables (positions,
    features, distances) stay as they are.
    """
    tagger.eval()
    ids = torch.randint(1000, 2000, (1, 40), generator=torch.Generator().manual_seed(0))
    features = torch.zeros((1, 40, 3), dtype=torch.int64)
    exact = path.with_suffix(".float.onnx")
    torch.onnx.export(
        tagger,
        (ids, features),
        str(exact),
        input_names=["ids", "features"],
        output_names=["tags", "pointers"],
        dynamic_axes={
            "ids": {1: "pieces"},
            "features": {1: "pieces"},
            "tags": {1: "pieces"},
            "pointers": {2: "pieces", 3: "pieces"},
        },
        opset_version=17,
        dynamo=False,
    )
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(exact), str(prepared), skip_symbolic_shape=True)
        graph = onnx.load(str(prepared)).graph
        large = {t.name for t in graph.initializer if len(t.dims) == 2 and min(t.dims) > 300}
        kept = [
            node.name
            for node in graph.node
            if node.op_type == "Gather" and node.input[0] not in large
        ]
        quantize_dynamic(
            str(prepared),
            str(path),
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=kept,
        )
