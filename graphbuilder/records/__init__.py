"""The vocabulary every room speaks: frozen records, nothing else.

A record holds data and knows no other room. Records are `msgspec.Struct`s so that the workspace log can keep them as JSON
and give them back typed.
"""
