"""The public act views: signing, writing, confirming."""
