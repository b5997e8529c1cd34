"""``python -m polybe``: the command line."""

from polybe.cli.main import run

if __name__ == "__main__":
    run()
