"""The screen of a reviewer: one card at a time, every key shown."""
