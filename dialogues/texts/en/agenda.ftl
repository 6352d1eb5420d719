# The neighbourhood's agenda.
