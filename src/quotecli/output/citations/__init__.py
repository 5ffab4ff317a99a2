"""References for statements, in the styles of papers, of LaTeX, of programs and of Wikipedia.

No citation library does this here: citeproc-py, the one that is maintained, wants CSL styles of
90 MB, takes 0.2 s to load, and its MLA and Chicago turn given names into initials and put the full
stop outside the quotation marks.
"""
