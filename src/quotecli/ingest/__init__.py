"""Joins documents, extraction and index: the write side from end to end."""

from quotecli.ingest.indexing import Report, index_paths
from quotecli.ingest.reading import (
    STANDARD_INPUT,
    FileProblem,
    extract,
    extract_path,
    records_of,
)

__all__ = [
    "STANDARD_INPUT",
    "FileProblem",
    "Report",
    "extract",
    "extract_path",
    "index_paths",
    "records_of",
]
