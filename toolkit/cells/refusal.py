"""A cell that cannot be used: what was expected, and what to do."""

from __future__ import annotations


class Tolak(ValueError):
    """`harus` completes the sentence "… harus …"; `sebab` may say why what stands there is not
    that; `saran` is the remedy, a sentence of its own."""

    def __init__(self, harus: str, saran: str, sebab: str = "") -> None:
        super().__init__(harus)
        self.harus, self.saran, self.sebab = harus, saran, sebab
