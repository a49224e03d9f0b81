"""What the coalition adds to Wagtail's admin, by subject; Wagtail finds it by this module's name.

Whatever belongs into the menu “Coalition” registers for the hook
:data:`coalition.viewsets.COALITION_MENU`.
"""

from . import imports, register, statements

__all__ = ["imports", "register", "statements"]
