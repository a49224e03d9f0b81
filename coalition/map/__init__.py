"""The map of the coalition: how many endorsers are at home where."""

from .numbers import MapPlace, StateMap, state_map

__all__ = ["MapPlace", "StateMap", "state_map"]
