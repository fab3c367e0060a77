"""The nouns: exercises, the person, the week, the diary. Pure values, no behaviour beyond their own arithmetic."""
