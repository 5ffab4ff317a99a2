"""The keys of the record, in the contract's order, and those that an option adds."""

from dataclasses import fields

from quotecli.model import Record

KEYS: tuple[str, ...] = tuple(field.name for field in fields(Record))


def keys_of(record: Record) -> tuple[str, ...]:
    """Give the keys of a record: the contract's, then its own."""
    if type(record) is Record:  # by far the commonest case
        return KEYS
    return tuple(field.name for field in fields(record))
