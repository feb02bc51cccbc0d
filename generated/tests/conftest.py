# Generated from spec/ by `make generate`; edit that, not this.
"""Settings of the emitted tests."""

from hypothesis import settings

settings.register_profile("emitted", deadline=None, max_examples=100)
settings.load_profile("emitted")
