"""The export: one zip per class session, and the reader that gives the streams back."""

from game.analysis.export.archive import export_files, export_zip
from game.analysis.export.delimited import read_csv
from game.analysis.export.event_lines import read_events

__all__ = ["export_files", "export_zip", "read_csv", "read_events"]
