"""Verification: whether the words of a callout are a Speaker's, verbatim, in a source."""
