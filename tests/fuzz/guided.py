"""`make fuzz`: bytes that reach new code, found by atheris; those that break the law are written
out.

Keep each failure: reduce it, name it, and make it a file of `tests/conformance/cases`, or a test if
no sample resembles it. Inputs that only reach new code are added to `inputs.yaml`.
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
    """Runs until the given time is over, or a failure is found."""
    atheris.Setup(sys.argv, check_any)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
