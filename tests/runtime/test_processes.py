"""Work that is divided among processes."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.core.processes import Processes
from jcq_formats.core.sources import sources_at

from tests.made_up.files import BASEDATA


def divided(state: int, task: int) -> float:
    return state / task


def ended(state: None, task: int) -> None:
    os._exit(task)


def test_results_come_in_the_order_of_the_tasks() -> None:
    found = Processes(2, divided, 60).results(range(1, 31))
    assert list(found) == [60 / task for task in range(1, 31)]


def test_what_goes_wrong_in_another_process_goes_wrong_here() -> None:
    found = Processes(2, divided, 60).results([1, 2, 0, 3])
    assert [next(found), next(found)] == [60, 30]
    with pytest.raises(ZeroDivisionError):
        next(found)


def test_a_process_that_ends_before_its_work_is_done_is_told() -> None:
    with pytest.raises(jcq.JcqError, match=r"^a process ended before its work was done"):
        list(Processes(2, ended, None).results([3]))


STUCK = r"""
import os, sys, time
from jcq_formats.core.processes import Processes

def work(state, task):
    os.write(1, b"%d\n" % os.getpid())  # in one piece: two processes write to one pipe
    time.sleep(state)

if __name__ == "__main__":
    try:
        list(Processes(2, work, {seconds}).results([1, 2]))
    except KeyboardInterrupt:
        sys.exit("stopped")
"""


def is_there(process: int) -> bool:
    """Whether a process is running; one that has ended may still be listed, as a zombie."""
    with contextlib.suppress(OSError):
        state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
        return state != "Z"
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads the processes of Linux")
@pytest.mark.parametrize(
    ("number", "seconds", "code"), [(signal.SIGINT, 5, 1), (signal.SIGKILL, 60, -9)]
)
def test_no_process_outlives_the_one_that_began_it(
    tmp_path: Path, number: int, seconds: float, code: int
) -> None:
    script = tmp_path / "stuck.py"
    script.write_text(STUCK.replace("{seconds}", str(seconds)), "ascii")
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as begun:
        assert begun.stdout is not None and begun.stderr is not None
        others = [int(begun.stdout.readline()) for _ in range(2)]
        if number == signal.SIGINT:
            os.killpg(begun.pid, number)
        else:
            os.kill(begun.pid, number)
        assert begun.wait(60) == code
        deadline = time.monotonic() + 30
        while any(map(is_there, others)) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not any(map(is_there, others))
        assert begun.stderr.read().split() == ["stopped"] * (number == signal.SIGINT)


def test_files_and_members_of_zips_can_be_opened_in_another_process(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "basedata.zip", "w") as packed:
        for path in BASEDATA.iterdir():
            packed.write(path, path.name)
    for place in (BASEDATA, tmp_path):
        for source in sources_at(str(place)).found:
            again = pickle.loads(pickle.dumps(source))
            with source.open() as one, again.open() as other:
                content = one.read()
                assert other.read() == content
            assert again.name == source.name
            assert source.size == len(content)


def test_the_size_of_a_pipe_is_not_known(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (source,) = sources_at(str(tmp_path / "pipe")).found
    assert source.size < 0
