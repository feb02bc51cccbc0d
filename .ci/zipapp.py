"""Packs the package into one file that runs with nothing but Python: .ci/zipapp.py FILE"""

import shutil
import sys
import tempfile
import zipapp
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "generated" / "jcq_formats"

target = Path(sys.argv[1])
target.parent.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    staged = Path(folder, "app")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, staged / PACKAGE.name, ignore=ignored)
    zipapp.create_archive(
        staged, target, "/usr/bin/env python3", f"{PACKAGE.name}.cli:main", compressed=True
    )
print(f"{target}: {target.stat().st_size:,} bytes")
