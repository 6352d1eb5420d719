# Activities that come back.
