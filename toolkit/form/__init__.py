"""A case as a workbook to be filled in: `demands` says what is asked when, `layout` which sheets
there are, `book` writes them, `trail` adds an event. `toolkit.workbook` reads it back."""
