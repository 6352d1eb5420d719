# Rather not coming alone.
