# Generated from spec/ by `make generate`; edit that, not this.
"""How many examples Hypothesis draws: `pytest --hypothesis-profile=thorough` for many more."""

from hypothesis import HealthCheck, settings
from hypothesis.database import InMemoryExampleDatabase

for name, max_examples in (("brief", 10), ("normal", 100), ("thorough", 500)):
    settings.register_profile(
        name,
        deadline=None,
        max_examples=max_examples,
        # Without a database (as in CI) Hypothesis looks for one through a chain of settings that is
        # one longer for each case of a parametrised test, until Python's stack ends.
        database=settings.default.database or InMemoryExampleDatabase(),
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
    )
settings.load_profile("normal")
