"""Find who said what, when and where in news articles.

The names below are the public interface; everything else may change. They are loaded when first
used, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotecli.errors import QuotecliError
    from quotecli.index.store import open_index
    from quotecli.ingest import extract, index_paths
    from quotecli.model import Basis, Kind, Metadata, Record
    from quotecli.search.query import Query
    from quotecli.search.run import search as search_index

__version__ = "0.1.0"

__all__ = [
    "Basis",
    "Kind",
    "Metadata",
    "Query",
    "QuotecliError",
    "Record",
    "__version__",
    "extract",
    "index_paths",
    "open_index",
    "search_index",
]

_HOMES = {
    "Basis": ("quotecli.model", "Basis"),
    "Kind": ("quotecli.model", "Kind"),
    "Metadata": ("quotecli.model", "Metadata"),
    "Query": ("quotecli.search.query", "Query"),
    "QuotecliError": ("quotecli.errors", "QuotecliError"),
    "Record": ("quotecli.model", "Record"),
    "extract": ("quotecli.ingest", "extract"),
    "index_paths": ("quotecli.ingest", "index_paths"),
    "open_index": ("quotecli.index.store", "open_index"),
    "search_index": ("quotecli.search.run", "search"),
}


if not TYPE_CHECKING:  # a type checker would take any name for one of ours

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module 'quotecli' has no attribute {name!r}")
        module, attribute = _HOMES[name]
        value = getattr(import_module(module), attribute)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
