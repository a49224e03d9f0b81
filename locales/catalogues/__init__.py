"""The catalogues of translated words: extracted, compiled and checked without GNU gettext."""
