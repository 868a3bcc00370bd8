"""The search: the cheapest story that turns an SOP's order into the trail that was logged.

Weights, not counts (`docs/keputusan/0002-penyejajaran.md`): leaving a step out 1000 and each further
step of the same run 10, one event too many 1001, exchange of neighbours 1200, a wrong or missing answer 900, an unrecorded refusal 1500.
A trail that has not ended is a prefix of its plan, so what comes after its last event costs
nothing. Steps are numbers here, sets of steps are bit masks; a state is (events read, steps done
or left out, step of the last event, ended).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations

from toolkit.model import Langkah

LEWAT, LEWAT_LAGI, LEBIH, TUKAR, TUKAR_JAUH = 1000, 10, 1001, 1200, 1500
PUTUSAN, PENOLAKAN_TAK_TERCATAT = 900, 1500
BARU_LEWAT = -2  # in place of the last step: the story has just left a step out

State = tuple[int, int, int, bool]


@dataclass(frozen=True, slots=True)
class Kejadian:
    """An event as the search sees it: which step, and which answer it gave."""

    langkah: int
    putusan: str | None = None


@dataclass(frozen=True, slots=True)
class Operasi:
    """One line of the story. `jenis`: cocok, lanjutan, lewat, lebih, tukar, putusan-kosong,
    putusan-berlawanan, setelah-penolakan, lewat-putusan. `peristiwa` is an index into the events
    (for `lewat`: the event before which the step was missed)."""

    jenis: str
    langkah: int
    peristiwa: int


@dataclass(frozen=True, slots=True)
class Cerita:
    """The cheapest story, its price, and where it leaves the plan."""

    operasi: tuple[Operasi, ...]
    harga: int
    selesai: int
    berakhir: bool


class Alur:
    """The order of some steps, as masks. `wajib[i]` tells whether leaving step i out is a deviation."""

    def __init__(self, langkah: Sequence[Langkah], wajib: Sequence[bool]) -> None:
        self.langkah = langkah
        self.nomor = {step.id: place for place, step in enumerate(langkah)}
        self.wajib = wajib
        self.sebelum = self._orders()
        self.bebas = sum(1 << place for place, must in enumerate(wajib) if not must)
        self.semua = (1 << len(langkah)) - 1

    def _orders(self) -> list[int]:
        """For each step the earlier steps that it must follow: all but those it runs beside."""
        beside = [0] * len(self.langkah)
        for place, step in enumerate(self.langkah):
            for other in (self.nomor[one] for one in step.paralel if one in self.nomor):
                beside[place] |= 1 << other
                beside[other] |= 1 << place
        return [(1 << place) - 1 & ~beside[place] for place in range(len(self.langkah))]

    def terbuka(self, step: int, done: int) -> bool:
        return not self.sebelum[step] & ~done

    def kembali(self, done: int, target: int) -> int:
        """What remains done when the process goes back to a step: all that need not follow it."""
        for place in range(target, len(self.langkah)):
            if place == target or self.sebelum[place] >> target & 1:
                done &= ~(1 << place)
        return done

    def berikut(self, done: int) -> list[int]:
        """Open steps: the optional ones on the way and the first that must be done."""
        found: list[int] = []
        for place in range(len(self.langkah)):
            if not done >> place & 1 and self.terbuka(place, done):
                found.append(place)
                done |= self.bebas & 1 << place
        return found

    def tuntas(self, done: int) -> bool:
        return not self.semua & ~(done | self.bebas)


def tell(alur: Alur, events: Sequence[Kejadian]) -> Cerita:
    """The cheapest story of a trail, an exchange of two distant events included."""
    clean = _clean(alur, events)
    if clean:
        return clean
    story = _search(alur, events)
    return min((story, *_exchanged(alur, events, story)), key=lambda one: one.harga)


def _clean(alur: Alur, events: Sequence[Kejadian]) -> Cerita | None:
    """The story of a trail that breaks nothing, without any search; None if it breaks something."""
    done, last, ended, story = 0, -1, False, []
    for place, event in enumerate(events):
        step = event.langkah
        if ended:
            return None
        if step == last or (done >> step & 1 and alur.langkah[step].berulang):
            story.append(Operasi("lanjutan", step, place))
            last = step
            continue
        done |= alur.sebelum[step] & alur.bebas
        if done >> step & 1 or not alur.terbuka(step, done):
            return None
        outcome = next((o for o in _outcomes(alur, event, done) if not o.harga), None)
        if outcome is None:
            return None
        story.append(Operasi("cocok", step, place))
        done, last, ended = outcome.selesai, outcome.terakhir, outcome.berakhir
    return Cerita(tuple(story), 0, done, ended)


@dataclass(frozen=True, slots=True)
class _Akibat:
    """Where one reading of an event leads."""

    jenis: str
    harga: int
    selesai: int
    terakhir: int
    berakhir: bool


def _outcomes(alur: Alur, event: Kejadian, done: int) -> Iterator[_Akibat]:
    step = event.langkah
    decision = alur.langkah[step].putusan
    forward = (done | 1 << step, step, False)
    if decision is None:
        yield _Akibat("cocok", 0, *forward)
        return
    if decision.kembali_ke in alur.nomor:
        backward = (alur.kembali(done | 1 << step, alur.nomor[decision.kembali_ke]), -1, False)
    else:
        backward = (done | 1 << step, step, decision.berakhir)
    if event.putusan == "tidak_setuju":
        yield _Akibat("cocok", 0, *backward)
        yield _Akibat("setelah-penolakan", PUTUSAN, *forward)
    elif event.putusan == "setuju" or decision.tersirat:
        yield _Akibat("cocok", 0, *forward)
        if not decision.berakhir:
            yield _Akibat("putusan-berlawanan", PUTUSAN, *backward)
    else:
        yield _Akibat("putusan-kosong", PUTUSAN, *forward)
        yield _Akibat("putusan-kosong", PUTUSAN, *backward)


def _search(alur: Alur, events: Sequence[Kejadian]) -> Cerita:
    """Uniform-cost search over states; ends at the first state that has read every event."""
    start: State = (0, 0, -1, False)
    heap: list[tuple[int, int, int, State]] = [(0, 0, 0, start)]
    came: dict[State, tuple[State, tuple[Operasi, ...]]] = {}
    price = {start: 0}
    count = 0
    while True:
        cost, _, _, state = heappop(heap)
        if cost > price[state]:
            continue
        if state[0] == len(events):
            return Cerita(_story(came, state), cost, state[1], state[3])
        for extra, following, operations in _moves(alur, events, state):
            total = cost + extra
            if total < price.get(following, total + 1):
                price[following] = total
                came[following] = (state, operations)
                count += 1
                heappush(heap, (total, -following[0], count, following))


Move = tuple[int, State, tuple[Operasi, ...]]


def _moves(alur: Alur, events: Sequence[Kejadian], state: State) -> Iterator[Move]:
    read, done, last, ended = state
    event = events[read]
    step = event.langkah
    if not ended:
        if step == last or (done >> step & 1 and alur.langkah[step].berulang):
            yield 0, (read + 1, done, step, False), (Operasi("lanjutan", step, read),)
        elif not done >> step & 1 and alur.terbuka(step, done):
            for one in _outcomes(alur, event, done):
                after = (read + 1, one.selesai, one.terakhir, one.berakhir)
                yield one.harga, after, (Operasi(one.jenis, step, read),)
        yield from _skips(alur, state)
        yield from _exchange(alur, events, state)
    yield LEBIH, (read + 1, done, last, ended), (Operasi("lebih", step, read),)


def _skips(alur: Alur, state: State) -> Iterator[Move]:
    read, done, last, _ = state
    for step in range(len(alur.langkah)):
        if done >> step & 1 or not alur.terbuka(step, done):
            continue
        if alur.wajib[step]:
            cost = LEWAT_LAGI if last == BARU_LEWAT else LEWAT
            yield cost, (read, done | 1 << step, BARU_LEWAT, False), (Operasi("lewat", step, read),)
        else:
            yield 0, (read, done | 1 << step, last, False), ()
        decision = alur.langkah[step].putusan
        if decision and decision.kembali_ke in alur.nomor:
            back = alur.kembali(done, alur.nomor[decision.kembali_ke])
            if back != done:
                yield PENOLAKAN_TAK_TERCATAT, (read, back, -1, False), (Operasi("lewat-putusan", step, read),)


def _exchange(alur: Alur, events: Sequence[Kejadian], state: State) -> Iterator[Move]:
    read, done, _, _ = state
    if read + 1 >= len(events):
        return
    late, early = events[read], events[read + 1]
    if "tidak_setuju" in (late.putusan, early.putusan) or (done >> late.langkah | done >> early.langkah) & 1:
        return
    between = done | 1 << early.langkah
    if alur.terbuka(early.langkah, done) and not alur.terbuka(late.langkah, done) and alur.terbuka(late.langkah, between):
        after = (read + 2, between | 1 << late.langkah, early.langkah, False)
        yield TUKAR, after, (Operasi("tukar", late.langkah, read), Operasi("tukar", early.langkah, read + 1))


def _story(came: dict[State, tuple[State, tuple[Operasi, ...]]], state: State) -> tuple[Operasi, ...]:
    parts: list[tuple[Operasi, ...]] = []
    while state in came:
        state, operations = came[state]
        parts.append(operations)
    return tuple(operation for part in reversed(parts) for operation in part)


def _exchanged(alur: Alur, events: Sequence[Kejadian], story: Cerita) -> Iterator[Cerita]:
    """Stories in which two events that the first story blames had merely changed places."""
    if story.harga <= TUKAR_JAUH:
        return
    blamed = [one.peristiwa for one in story.operasi if one.jenis in {"lebih", "lewat", "tukar"}]
    if not blamed:
        return
    for left, right in combinations(range(max(0, min(blamed) - 1), min(len(events), max(blamed) + 2)), 2):
        trial = list(events)
        trial[left], trial[right] = trial[right], trial[left]
        told = _clean(alur, trial)
        if told:
            yield Cerita(_with_exchange(told.operasi, left, right), TUKAR_JAUH, told.selesai, told.berakhir)


def _with_exchange(story: tuple[Operasi, ...], left: int, right: int) -> tuple[Operasi, ...]:
    """The trial's story told of the events as they were logged."""
    at = {one.peristiwa: one for one in story}
    moved = {left: at[right].langkah, right: at[left].langkah}
    return tuple(
        Operasi("tukar", moved[one.peristiwa], one.peristiwa) if one.peristiwa in moved else one
        for one in story
    )
