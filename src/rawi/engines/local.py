"""One machine: batches go to worker processes and come back in order."""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.pool
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Batches that wait for a worker: enough to keep all busy, few enough that memory doesn't grow with the input.
_WAITING_PER_WORKER = 3


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Worker processes of this machine. With one worker everything runs in this process.

    The result doesn't depend on the number of workers: batches are cut before they are handed out, and come back in
    the order of the input.
    """

    workers: int = 1

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, fresh: bool = False
    ) -> Iterator[Result]:
        """``function`` of each item, in order. Both must be picklable where there are several workers.

        ``fresh`` gives each item a process of its own, which lets go of all its memory at the end. It doesn't look for
        cycles meanwhile: that takes a fifth of the time of a comparison of 30,000 articles, and finds none.

        >>> list(LocalEngine().map(len, ["قال", "أضاف"]))
        [3, 4]
        """
        if self.workers <= 1:
            yield from map(function, items)
            return
        # "spawn" and not "fork": the parent holds database connections and threads that a fork would copy half-way.
        context = multiprocessing.get_context("spawn")
        with context.Pool(
            self.workers, initializer=gc.disable if fresh else None, maxtasksperchild=1 if fresh else None
        ) as pool:
            waiting: list[multiprocessing.pool.AsyncResult[Result]] = []
            for item in items:
                waiting.append(pool.apply_async(function, (item,)))
                if len(waiting) >= self.workers * _WAITING_PER_WORKER:
                    yield waiting.pop(0).get()
            for result in waiting:
                yield result.get()
