"""`python -m jcq_formats` is the command `jcq`."""

import sys

from .cli import main

sys.exit(main())
