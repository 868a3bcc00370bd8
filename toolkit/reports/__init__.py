"""Findings as text, json, html, sarif, junit or github annotations: pure functions, no printing."""

from __future__ import annotations

from importlib import import_module

from toolkit.reports.laporan import Aturan, Laporan

__all__ = ["FORMATS", "Aturan", "Laporan", "render"]

FORMATS = ("text", "json", "html", "sarif", "junit", "github")


def render(laporan: Laporan, form: str) -> str:
    """The report in one of `FORMATS`; only that format's module is imported."""
    text: str = import_module(f"toolkit.reports.{form}").render(laporan)
    return text
