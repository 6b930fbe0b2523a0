"""Markdown: authors' text made safe."""
