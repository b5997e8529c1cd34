"""The command line: arguments in, data to standard output, messages to standard error."""
