"""The codebook: packs of data, loaded, checked and given a version."""

from .codebook import Codebook, load_codebook

__all__ = ["Codebook", "load_codebook"]
