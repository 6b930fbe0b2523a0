"""Pages that the record of a site makes: people, quotations, sources, timeline, topics, corrections, methodology."""
