"""Catalogue: what the explainers of a site hold together, and the pages of it."""
