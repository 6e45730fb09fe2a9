"""Which offers stand on which page, in which order, and what holds for them on a day. Pure: the day is a parameter."""
