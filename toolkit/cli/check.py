"""`kerjasama check`: the rules over one or more cases."""

from __future__ import annotations

from typing import Any

from toolkit.cases import Case
from toolkit.checking import check
from toolkit.cli import options
from toolkit.cli.examine import Penilaian, examine


@options.verb("check")
@options.files
@options.findings
def command(berkas: tuple[str, ...], **pilihan: Any) -> int:
    """Memeriksa urutan, paraf, tanda tangan, naskah, waktu, dan arsip.

    BERKAS adalah berkas kerja sama (.json) atau foldernya; boleh lebih dari satu.
    """
    setelan = options.setelan(**pilihan)

    def judge(case: Case) -> Penilaian:
        if case.refused:
            return Penilaian(case.struktur)
        return Penilaian(check(case, setelan.library, setelan.hari))

    return examine("check", berkas, setelan, judge)
