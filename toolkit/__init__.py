"""Draft and check regional cooperation agreements by an SOP and the law."""

__version__ = "0.1.0"
