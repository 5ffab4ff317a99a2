"""Which people and organisations does the article name?

Begin with ``gathering`` (the cast) and ``bodies`` (the organisations). ``runs``, ``parsing`` and
``ownnames`` read one name, ``appositions`` and ``descriptions`` what stands around it, and
``namesakes`` and ``othernames`` tell which names are one person's.
"""
