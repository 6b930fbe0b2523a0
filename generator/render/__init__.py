"""Rendering: an Explainer and its Verdicts become ordinary Markdown that MkDocs builds by itself."""
