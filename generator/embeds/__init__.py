"""Embeds: quotations, expert boxes and timelines as small pages for a frame on somebody else's page."""
