"""The signals that end a command, as far as the system has them."""  # Copied from generator/runtime/core/signals.py by `make generate`; edit that, not this.

from __future__ import annotations

import signal

STOPPING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""A command that they end first removes incomplete output."""
