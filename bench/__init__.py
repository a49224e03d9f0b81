"""Benchmarks: ``make bench`` runs them all; every figure is a ratio within one run."""
