"""Choice: which exercises a person may have, which of them stand in the slots, and at what dose."""
