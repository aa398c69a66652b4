"""The formats lists come in, each in a module of its own."""
