"""What is handed to an office or a city: a letter, numbers, names and reasons.

It tells no more than each signer agreed to, and no number of a place with few signers.
"""
