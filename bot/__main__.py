"""`python -m bot`, and the `tace-consult` command."""

import sys

from bot.commands.exit_codes import INTERRUPTED


def main() -> None:
    """Run what the command line asks for, and exit with its code; Ctrl-C ends it quietly."""
    try:
        from bot.commands.app import run  # noqa: PLC0415 - Ctrl-C may come while this loads

        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
