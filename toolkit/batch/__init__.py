"""Many documents of one kind from a sheet, a file of lines, or a folder of cases.

`tables` opens the data, `headings` leads columns to facts, `rows` turns a row into facts or
findings, `drafting` writes one document, `manifest` remembers what was written, `run` keeps them
going in several processes, `bundle` makes the zip and the printable PDF. `docs/batch.md` says why.
"""
