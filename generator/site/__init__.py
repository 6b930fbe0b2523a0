"""Site: what the owner of a site chose."""
