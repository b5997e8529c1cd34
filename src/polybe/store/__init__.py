"""The store: every coded document, what became of its reports, and what reviewers decided."""
