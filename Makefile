# Names for the scripts; they do the work.
.PHONY: demo test check bench
demo:
	scripts/demo
test:
	scripts/test
check:
	scripts/check
bench:
	scripts/bench
