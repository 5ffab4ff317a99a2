"""Whom does a mention mean?

Begin with ``resolve``, which goes through the article: it asks ``mentions`` of a whole mention,
``phrases`` of one phrase of it and ``pronouns`` of "she"; ``offices``, ``organisations`` and
``epithets`` find whom a description means, and ``history`` keeps what was read.
"""
