"""What people write into one cell of a sheet, as the value that a schema asks for.

Used by everything that reads sheets: rows (`batch`) and the workbook form (`workbook`). A cell that
cannot be read surely is refused (`Tolak`) with what was expected and the remedy; nothing is guessed.
"""

from __future__ import annotations

from toolkit.cells.refusal import Tolak
from toolkit.cells.values import Sel, empty, read_cell, shown_cell

__all__ = ["Sel", "Tolak", "empty", "read_cell", "shown_cell"]
