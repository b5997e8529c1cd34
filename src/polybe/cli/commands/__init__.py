"""The commands, one module each: `run(options, console)` gives the exit status."""
