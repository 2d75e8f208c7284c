"""Quality: predictions of our pipeline for annotated sets, scored by each set's own scorer.

`python -m benchmarks.quality SET --gold FILE --out PREDICTIONS`. The texts stay outside this repository.
"""
