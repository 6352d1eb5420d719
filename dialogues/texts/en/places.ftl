# The neighbourhood's places.
