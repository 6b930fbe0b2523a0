"""Drafting: what an Article holds that is worth an author's while, found by rules and with its evidence."""
