"""Authoring: drafts as front matter, in a new page or added to one that somebody wrote."""
