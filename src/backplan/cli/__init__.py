"""The commands, one file each. This layer alone knows the clock, the paths, the terminal and the exit codes."""
