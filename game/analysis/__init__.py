"""From logs to tables: tidy data, the export, and what the class did, described."""
