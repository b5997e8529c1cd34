"""Migrations: the steps by which the tables of a store came to be what they are.

A step that is released is never changed; a later one changes what it made.
"""
