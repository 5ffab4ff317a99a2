"""The keys of the record, in the contract's order."""

from dataclasses import fields

from quotecli.model import Record

KEYS: tuple[str, ...] = tuple(field.name for field in fields(Record))
