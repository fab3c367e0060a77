"""Day: what one day can hold."""
