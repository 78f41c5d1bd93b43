#!/usr/bin/env python3
"""Start Distant War: `python3 run.py` serves a class, `python3 run.py test` runs every test.

This file must be readable by very old Pythons (2.7 included), so that they can say what they
lack. Whatever needs a newer Python lives in bootstrap/, which is only imported after the check.
"""

import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "Distant War needs Python 3.11 or newer; this is Python %d.%d (%s).\n"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )
    sys.exit(2)

from bootstrap.launch import main  # only now: older Pythons cannot read it

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
