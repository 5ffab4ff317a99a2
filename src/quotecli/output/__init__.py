"""Values to text: one renderer per format, none of which prints.

Every renderer gives text that is ready to be written as it is, the last line break included:
whole (``str``) where the lay-out needs all records, else piece by piece (``Iterator[str]``).
Only ``table``, ``detail`` and ``daysheet`` load Rich.
"""
