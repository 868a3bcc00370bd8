"""What a report is made of, and the words and places that the formats share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from toolkit.findings import Finding, Layer, Severity, Verdict

SEBUTAN_BERAT = {
    Severity.ERROR: "tidak sesuai",
    Severity.WARNING: "perlu diperhatikan",
    Severity.INFO: "catatan",
}
SEBUTAN_PUTUSAN = {
    Verdict.BELUM_TERBUKTI: "belum terbukti",
    Verdict.TIDAK_DIPERIKSA: "tidak diperiksa",
}
SEBUTAN_LAPIS = {Layer.SOP: "SOP", Layer.HUKUM: "hukum", Layer.DATA: "data"}


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule as reports need it: its docstring is its help text."""

    id: str
    dok: str
    severity: Severity = Severity.ERROR

    @property
    def judul(self) -> str:
        return next(iter(self.dok.strip().splitlines()), self.id)


@dataclass(frozen=True)
class Laporan:
    """One run of a verb. `berkas` are the inputs as given, `gagal` those that could not be used
    with the sentence why, `tidak_dinilai` those whose rules were not run with the reason,
    `lanjutan` what only a human reads (later stages), per input; `folder` the folder of an input
    where it is not the file's own. Findings at or above `ambang` are what makes the run fail."""

    verba: str
    findings: tuple[Finding, ...]
    berkas: tuple[str, ...] = ()
    gagal: Mapping[str, str] = field(default_factory=dict)
    tidak_dinilai: Mapping[str, str] = field(default_factory=dict)
    aturan: Mapping[str, Aturan] = field(default_factory=dict)
    lanjutan: Mapping[str, str] = field(default_factory=dict)
    folder: Mapping[str, str] = field(default_factory=dict)
    ambang: Severity = Severity.ERROR
    per_tanggal: date | None = None

    @property
    def sebutan_gagal(self) -> str:
        """What befell the inputs in `gagal`: drafting refuses some that it can read."""
        return "tidak dapat diolah" if self.verba == "generate" else "tidak dapat dibaca"

    def kelompok(self) -> Iterator[tuple[str, tuple[Finding, ...]]]:
        """Findings per input, in the order given; findings of no input come last."""
        named = dict.fromkeys((*self.berkas, *(one.location.case or "" for one in self.findings)))
        for name in sorted(named, key=lambda one: one == ""):
            yield name, tuple(one for one in self.findings if (one.location.case or "") == name)

    def path(self, finding: Finding) -> str | None:
        """The place's file as a path from where the command was called; None if it has none."""
        case, file = finding.location.case, finding.location.file
        if case is None or file is None:
            return case or file
        return str(PurePath(self.folder.get(case, PurePath(case).parent)) / file)

    def place(self, finding: Finding) -> str:
        """`berkas:baris:kolom`, as far as it is known."""
        line, column = finding.location.line, finding.location.column
        parts = (self.path(finding), line, column if line is not None else None)
        return ":".join(str(part) for part in parts if part is not None)


def weight_of(finding: Finding) -> str:
    """The severity in an office's words, with the doubt if there is any."""
    doubt = SEBUTAN_PUTUSAN.get(finding.verdict)
    return SEBUTAN_BERAT[finding.severity] + (f" ({doubt})" if doubt else "")


def tally(findings: Iterable[Finding]) -> str:
    """ "2 tidak sesuai, 1 perlu diperhatikan, 0 catatan"."""
    listed = list(findings)
    return ", ".join(
        f"{sum(one.severity is severity for one in listed)} {words}"
        for severity, words in SEBUTAN_BERAT.items()
    )


def counted(findings: Iterable[Finding]) -> str:
    """The tally with what the agency has excepted counted apart."""
    listed = list(findings)
    excepted = sum(one.dikecualikan for one in listed)
    apart = f", {excepted} dikecualikan" if excepted else ""
    return tally(one for one in listed if not one.dikecualikan) + apart


def visible(text: str) -> str:
    """Control characters and lone surrogates shown as escapes: no report carries them raw."""
    return "".join(char if _harmless(char) else f"\\u{ord(char):04x}" for char in text)


def _harmless(char: str) -> bool:
    code = ord(char)
    if code < 0xA0:
        return 0x20 <= code < 0x7F or char in "\n\t"
    # Bidirectional overrides would let a value rewrite the line that quotes it.
    return not (0xD800 <= code < 0xE000 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or code in (0xFFFE, 0xFFFF))
