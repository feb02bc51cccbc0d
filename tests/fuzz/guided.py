"""`make fuzz`: bytes that reach new code, found by atheris; what breaks the law is written out.

Keep a find: cut it down, name it, and make it a file of `tests/conformance/cases`, or a test where
no sample comes near it. What only reaches new code becomes one of `inputs.yaml`.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["jcq_formats"]):
    import jcq_formats as jcq

    for _version in jcq.known_versions():
        jcq.load_version(_version)
    from jcq_formats import exams  # noqa: F401

from tests.fuzz.law import check_any


def main() -> None:
    """Runs until the time given is over, or something is found."""
    atheris.Setup(sys.argv, check_any)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
