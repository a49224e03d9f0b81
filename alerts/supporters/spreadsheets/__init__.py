"""Tables for spreadsheets, written as they are sent: no length needs more memory.

A cell is a text or a number. What a spreadsheet would take for a formula begins with an apostrophe.
"""
