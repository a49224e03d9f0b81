"""Reading public files about officials and districts, and bringing the database up to them."""
