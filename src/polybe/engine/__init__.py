"""Coding at scale: many processes, many machines, one outcome."""
