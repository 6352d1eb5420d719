# Je aanmelden, wachten op een plek, afzeggen.
