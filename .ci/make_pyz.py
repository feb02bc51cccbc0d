"""Packs the package into one file that runs with nothing but Python: .ci/make_pyz.py FILE"""

import os
import shutil
import sys
import tempfile
import zipapp
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "generated" / "jcq_formats"
MAIN = f"import sys\n\nfrom {PACKAGE.name}.cli import main\n\nsys.exit(main())\n"
JANUARY_1980 = 315_619_200
"""Where the time of zip files begins: the same content gives the same bytes."""

target = Path(sys.argv[1])
target.parent.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    staged = Path(folder, "app")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, staged / PACKAGE.name, ignore=ignored)
    Path(staged, "__main__.py").write_text(MAIN, encoding="ascii", newline="\n")
    for path in staged.rglob("*"):
        os.utime(path, (JANUARY_1980, JANUARY_1980))
    zipapp.create_archive(staged, target, "/usr/bin/env python3", compressed=True)
print(f"{target}: {target.stat().st_size:,} bytes")
