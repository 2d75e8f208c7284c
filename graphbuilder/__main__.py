"""`python -m graphbuilder` is the command line."""

from graphbuilder.cli import main

if __name__ == "__main__":
    main()
