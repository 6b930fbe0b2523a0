"""Evidence: what a site publishes for anybody to check, its audit, and what changes between two of its states."""
