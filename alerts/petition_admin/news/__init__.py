"""Staff write news of a petition, have it mailed to themselves, and send it to who asked."""
