"""Speed benchmarks: scripts run by hand and in CI; each figure is a ratio within one run, so that machines compare."""
