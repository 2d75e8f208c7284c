"""The second pass over a tenth of the sentences: text without labels, labels made from it alone, and the comparison."""
