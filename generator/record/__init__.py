"""The record that a site's explainers make together: who said what, when, and on what evidence."""
