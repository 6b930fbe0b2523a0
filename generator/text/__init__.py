"""Reading running text: folding, words, paragraphs, sentences, quotation marks, names, attribution."""
