"""Build: a site checked, rendered and exported."""
