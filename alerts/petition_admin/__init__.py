"""Pages of the admin about one petition; its edit page leads to them.

A page is a :class:`.base.PetitionPage`; its address stands in :mod:`.urls`, its link in
:mod:`.hub`.
"""
