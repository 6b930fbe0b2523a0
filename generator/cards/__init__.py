"""Cards: an Explainer and its verified Quotations as pictures for links that are shared."""
