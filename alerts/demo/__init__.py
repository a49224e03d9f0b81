"""The demo site: what a newcomer sees first, and the fixture the tests render."""
