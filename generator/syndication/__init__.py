"""Syndication: what the site says to feed readers, calendars and search engines."""
