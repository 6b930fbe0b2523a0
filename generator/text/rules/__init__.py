"""Rules that tell who says what stands in quotation marks; `table` lists them, each with a sentence as its example."""
