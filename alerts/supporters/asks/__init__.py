"""What every ask of the public shares: its state, its words, and what people do for it."""
