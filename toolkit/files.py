"""Writing a file whole or not at all, and the system's refusals in words."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

ALASAN = {
    errno.ENOENT: "tidak ditemukan",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOTDIR: "bagian dari jalurnya bukan folder",
    errno.EEXIST: "sudah ada",
    errno.ENOSPC: "ruang penyimpanan penuh",
    errno.EROFS: "tempatnya hanya dapat dibaca",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ELOOP: "tautannya berputar",
}


def reason(error: OSError) -> str:
    """Why the system refused, in plain words."""
    return ALASAN.get(error.errno or 0) or error.strerror or "ditolak sistem"


def write_whole(path: Path, content: bytes) -> None:
    """Replaces a file's content in one step: whoever reads it sees the old text or the new one.

    A symbolic link stays a link and the mode stays as it was; a device or pipe is written to.
    Raises `OSError`."""
    target = Path(os.path.realpath(path))
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        target.write_bytes(content)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".baru")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
