# For who organises: reminding, changing, cancelling, looking back.
