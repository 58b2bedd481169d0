"""From a trained model to a folder that the runtime loads: ONNX with 8-bit weights, vocabulary, config."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional

from rawi.annotating.tagging.folder import MODEL_FILE, VOCABULARY_FILE, write_config
from rawi.annotating.tagging.pieces import Vocabulary, write_vocabulary
from training.encoder import Layer, widened
from training.model import Tagger


class _Attention(torch.autograd.Function):
    """Attention as one node that onnxruntime has a kernel for; plain torch elsewhere."""

    @staticmethod
    def forward(context: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        parts = [
            part.view(*part.shape[:2], heads, part.shape[2] // heads).transpose(1, 2) for part in (query, key, value)
        ]
        mixed = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2])
        return mixed.transpose(1, 2).reshape(query.shape)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        node = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        node.setType(query.type())
        return node


class _FusedLayer(nn.Module):
    """A layer as it is run: nothing dropped, nothing masked."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer

    def forward(self, states: Tensor, mask: None) -> Tensor:
        layer = self.layer
        query, key, value = layer.joined(states).chunk(3, -1)
        mixed = _Attention.apply(query, key, value, layer.heads)  # type: ignore[no-untyped-call]
        states = layer.norm_attention(states + layer.out(mixed))
        kept: Tensor = layer.norm_out(states + layer.narrow(widened(layer, states)))
        return kept


class _Rows(nn.Module):
    """An embedding table in 8 bits with a scale for each row: onnxruntime's own quantisation takes one scale for the
    whole table, which costs a point of F1 on exact names."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scales = (weight.abs().amax(1, keepdim=True) / 127).clamp(min=1e-8)
        self.register_buffer("values", (weight / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, places: Tensor) -> Tensor:
        rows: Tensor = self.values[places].float() * self.scales[places]
        return rows


class _Fused(nn.Module):
    """The model as it is run: one window at a time."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        encoder = model.encoder
        self.words, self.positions, self.norm = _Rows(encoder.words), _Rows(encoder.positions), encoder.norm
        self.layers = nn.ModuleList(_FusedLayer(layer) for layer in encoder.layers if isinstance(layer, Layer))
        self.head = model.head

    def forward(self, pieces: Tensor) -> Tensor:
        states = self.norm(self.words(pieces) + self.positions(torch.arange(pieces.shape[1]))[None])
        for layer in self.layers:
            states = layer(states, None)
        scores: Tensor = self.head(states)
        return scores


def export(model: Tagger, vocabulary: Vocabulary, window: int, about: str, folder: Path) -> None:
    """Write the three files of a model folder."""
    folder.mkdir(parents=True, exist_ok=True)
    fused = _Fused(model.float().eval()).eval()
    with tempfile.TemporaryDirectory() as temporary:
        whole, prepared = Path(temporary) / "whole.onnx", Path(temporary) / "prepared.onnx"
        torch.onnx.export(
            fused,
            (torch.randint(4, 1000, (1, 16)),),
            str(whole),
            input_names=["pieces"],
            output_names=["scores"],
            dynamic_axes={"pieces": {1: "length"}, "scores": {1: "length"}},
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
        quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(folder / MODEL_FILE),
            op_types_to_quantize=["MatMul"],
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=False,
        )
    write_vocabulary(vocabulary, folder / VOCABULARY_FILE)
    write_config(folder, window, about)
