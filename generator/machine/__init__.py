"""What a site says to machines: linked data, feeds, calendars, tables and llms.txt."""
