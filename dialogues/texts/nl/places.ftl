# De plekken van de buurt.
