"""The order of the rooms; the only module that knows it.

`build`: paths -> documents -> annotations -> log; then `derive`: log -> entities, events -> elements; then the store gets the
difference.
"""

from graphbuilder.pipeline.build import BuildReport, Progress, build, claim_store, remove, synchronize

__all__ = ["BuildReport", "Progress", "build", "claim_store", "remove", "synchronize"]
