# Names for the scripts; they do the work.
.PHONY: demo test check
demo:
	scripts/demo
test:
	scripts/test
check:
	scripts/check
