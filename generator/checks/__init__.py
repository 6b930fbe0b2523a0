"""Checks: what is wrong with a site, as Issues."""
