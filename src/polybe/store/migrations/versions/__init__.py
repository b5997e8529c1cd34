"""One step a file, named by its number and by what it makes."""
