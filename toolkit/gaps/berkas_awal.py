"""Berkas awal: yang harus ada sebelum langkah pertama sudah ada.

Mengapa: sebagian SOP tidak memulai proses sebelum draf dan kelengkapannya diterima; proses yang dimulai tanpa itu akan dikembalikan.
Dasar: gerbang pada SOP yang bersangkutan
Contoh sesuai: draf perjanjian sudah diterima sebelum langkah 1 dicatat
Contoh tidak sesuai: langkah 1 sudah dicatat, draf perjanjian belum ada
Perbaikan: lengkapi sebelum proses dilanjutkan.
"""

from __future__ import annotations

from toolkit.findings import Layer, Severity

ID = "berkas-awal"
SEVERITY = Severity.ERROR
LAYER = Layer.SOP
