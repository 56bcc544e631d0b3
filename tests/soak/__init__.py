"""The crash tests and the fuzz of `make test`, much longer: `make soak`."""
