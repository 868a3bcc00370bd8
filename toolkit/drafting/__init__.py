"""Templates to DOCX: words, context, hardened rendering, output gate, files and manifest."""
