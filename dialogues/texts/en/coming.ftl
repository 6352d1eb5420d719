# Signing up, waiting for a place, cancelling.
