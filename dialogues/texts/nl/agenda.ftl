# De agenda van de buurt.
