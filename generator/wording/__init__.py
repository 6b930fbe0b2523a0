"""Wording: words for readers, in the language of the page."""
