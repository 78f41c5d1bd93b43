"""The room check: what phones find and report, and what the server finds about itself. Kept in
memory, without addresses, and forgotten after a quarter of an hour."""
