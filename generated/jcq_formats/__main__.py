"""`python -m jcq_formats` is the command `jcq`."""  # Copied from generator/runtime/__main__.py by `make generate`; edit that, not this.

import sys

from .cli import main

sys.exit(main())
