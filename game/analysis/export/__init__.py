"""The export: one zip per class session, and the readers that give the class back."""

from game.analysis.export.archive import export_files, export_zip
from game.analysis.export.delimited import read_csv
from game.analysis.export.event_lines import fingerprint_of, read_events

__all__ = ["export_files", "export_zip", "fingerprint_of", "read_csv", "read_events"]
