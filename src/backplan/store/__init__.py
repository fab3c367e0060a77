"""One SQLite file with what the person answered, did and was shown."""
