"""The small fixed phrases of a club's file, written once: patterns for the schema, groups for the reader.

Every pattern is linear, uses only what Python and ECMA-262 (flag u) share, and ends in an optional
note: a comma, a space and the volunteer's own words.
"""
