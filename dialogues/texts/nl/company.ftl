# Liever niet alleen komen.
