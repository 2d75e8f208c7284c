check:
	bash scripts/test

.PHONY: check
