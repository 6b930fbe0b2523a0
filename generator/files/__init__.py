"""Files: the disk and the net."""
