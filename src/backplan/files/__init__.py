"""What people write, checked at the door."""
