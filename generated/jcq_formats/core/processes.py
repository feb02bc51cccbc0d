"""Divides work among processes; the results come in the order of the work."""  # Copied from generator/runtime/core/processes.py by `make generate`; edit that, not this.

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, TypeVar

from .errors import JcqError
from .signals import STOPPING

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""The most tasks for each process that are begun before their results are asked for."""


class Processes(Generic[S, T, R]):
    """A number of processes, each with a copy of ``state``, which apply ``work`` to tasks.

    They need what is passed between them to be picklable. A process ends with the one that began
    it; while a task is done, an interrupt reaches that one alone.
    """

    def __init__(self, number: int, work: Callable[[S, T], R], state: S) -> None:
        self.number = number
        self.executor = ProcessPoolExecutor(number, None, _begin, (work, pickle.dumps(state)))

    def results(self, tasks: Iterable[T]) -> Iterator[R]:
        """The results in order. Raises JcqError if a process ends before its task is done."""
        waiting = iter(tasks)
        begun: deque[Future[R]] = deque()
        others = multiprocessing.active_children()
        try:
            with _interrupts_held():
                for task in itertools.islice(waiting, AHEAD * self.number):
                    begun.append(self.executor.submit(_one, task))
            while begun:
                yield begun.popleft().result()
                begun.extend(
                    self.executor.submit(_one, task) for task in itertools.islice(waiting, 1)
                )
        except BrokenProcessPool:
            raise JcqError(
                "a process ended before its work was done, perhaps for lack of memory: use one"
                " process"
            ) from None
        except (KeyboardInterrupt, SystemExit):
            # While the processes begin, the executor does not know those that wait for work.
            for process in multiprocessing.active_children():
                if process not in others:
                    process.terminate()
            raise
        finally:
            self.executor.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Interrupts wait until processes have begun: Python loses one that comes while it forks."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_WORK: list[Callable[[Any], Any]] = []
"""In a process that was begun: what to do with each task."""


def _begin(work: Callable[[Any, Any], Any], pickled: bytes) -> None:
    """Begins a process. The state is pickled so that no open file is shared, whatever the way in
    which processes begin."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    state = pickle.loads(pickled)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _WORK[:] = [lambda task: work(state, task)]


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _one(task: Any) -> Any:
    return _WORK[0](task)
