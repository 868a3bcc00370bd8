"""Keeps a series going: skips what is there, drafts in one process or several, tells of each row.

Rows are never all in memory: they are read while earlier ones are drafted, a bounded number ahead,
and results come back in the order of the rows.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import islice
from typing import Protocol

from toolkit.batch.drafting import Hasil, Penulis, Seri, Tugas
from toolkit.batch.folder import PenulisBerkas
from toolkit.batch.ledger import Buku
from toolkit.errors import UsageError
from toolkit.library import Library
from toolkit.resources import Resources

SEKALI = 8
DI_DEPAN = 4


class Penyusunan(Protocol):
    """Whoever turns a task into files."""

    def write(self, task: Tugas) -> Hasil: ...


def results(seri: Seri, tasks: Iterable[Tugas], book: Buku, jobs: int, library: Library, *, cases: bool = False) -> Iterator[Hasil]:
    """Every task's outcome, in order; what is there already is only told. Raises `DataError` where
    the tool's own data is broken."""
    known = (_judged(one, book) for one in tasks)
    done = _alone(_writer(seri, cases, library), known) if jobs < 2 else _together(seri, cases, known, jobs)
    for one in done:
        book.add(one.entri)
        yield one


def _judged(task: Tugas, book: Buku) -> Tugas | Hasil:
    there = book.fresh(task.baris, task.sidik)
    if there is not None:
        return Hasil(task, tuple(there), tetap=True)
    return replace(task, lama={one.file: one.sha256 for one in book.lama.get(task.baris, ())})


def _writer(seri: Seri, cases: bool, library: Library) -> Penyusunan:
    return PenulisBerkas(seri, library) if cases else Penulis(seri, library)


def _alone(writer: Penyusunan, known: Iterable[Tugas | Hasil]) -> Iterator[Hasil]:
    for one in known:
        yield one if isinstance(one, Hasil) else writer.write(one)


def _together(seri: Seri, cases: bool, known: Iterator[Tugas | Hasil], jobs: int) -> Iterator[Hasil]:
    waiting: deque[tuple[list[Tugas | Hasil], Future[list[Hasil]]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(seri, cases))
    try:
        while chunk := list(islice(known, SEKALI)):
            waiting.append((chunk, pool.submit(_write, [one for one in chunk if isinstance(one, Tugas)])))
            if len(waiting) >= jobs * DI_DEPAN:
                yield from _merged(*waiting.popleft())
        while waiting:
            yield from _merged(*waiting.popleft())
    except BrokenProcessPool as error:
        raise UsageError("Salah satu proses berhenti mendadak, mungkin karena memori habis; ulangi dengan --resume dan --jobs yang lebih kecil.") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _merged(chunk: list[Tugas | Hasil], future: Future[list[Hasil]]) -> Iterator[Hasil]:
    written = iter(future.result())
    for one in chunk:
        yield one if isinstance(one, Hasil) else next(written)


_WRITER: list[Penyusunan] = []


def _begin(seri: Seri, cases: bool) -> None:
    # The parent alone answers Ctrl-C; a process that died of it would leave a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _WRITER[:] = [_writer(seri, cases, Library(Resources.at(seri.data)))]


def _write(tasks: list[Tugas]) -> list[Hasil]:
    return [_WRITER[0].write(one) for one in tasks]
