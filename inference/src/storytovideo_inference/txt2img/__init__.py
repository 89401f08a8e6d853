"""Pictures from words, and from words with a reference picture."""
