"""Model: what everything is about, as frozen values."""
