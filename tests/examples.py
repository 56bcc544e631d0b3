"""Reading examples from files: a key that is given twice in one of them is a slip of the pen."""

from pathlib import Path
from typing import Any

import yaml


class _EachKeyOnce(yaml.CSafeLoader):
    """Refuses what YAML leaves open; written in C, since every test process reads every example."""


def _mapping(loader: _EachKeyOnce, node: yaml.MappingNode) -> dict[Any, Any]:
    mapping: dict[Any, Any] = loader.construct_mapping(node, deep=True)
    if len(mapping) < len(node.value):
        raise yaml.constructor.ConstructorError(None, None, "a key is given twice", node.start_mark)
    return mapping


_EachKeyOnce.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_examples(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return what a text in YAML holds; `yaml.YAMLError` for a key given twice."""
    return yaml.load(text, _EachKeyOnce)  # noqa: S506 - it is the safe loader with one more check


def examples_in(file: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return what a file in YAML holds."""
    return read_examples(file.read_text(encoding="utf-8"))
