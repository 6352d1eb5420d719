# Activiteiten die terugkomen.
