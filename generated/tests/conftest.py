# Generated from spec/ by `make generate`; edit that, not this.
"""Settings of the emitted tests."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "emitted",
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
settings.load_profile("emitted")
