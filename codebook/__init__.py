"""The executable codebook: what each event label, code, status and date means, as annotated sentences a program can check.

Standard library only, and nothing of graphbuilder: other systems are scored with it too. See README.md.
"""
