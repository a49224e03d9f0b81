"""Numbers and dates in the reader's language, for templates."""

from django import template

from locales.cldr import local_date, local_number

register = template.Library()
register.filter("localnumber", local_number)
register.filter("longdate", local_date)
