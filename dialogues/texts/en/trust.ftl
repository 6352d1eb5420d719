# Trust: who may help.

# ── Age, asked once ──
age-adult = Before we go on: are you 16 or older?
age-limit = You can ask for help and give help here from the age of 16.
age-child = You can ask for help and give help here from the age of 16.

    An adult whom you trust can ask for you.
age-child-numbers = Would you like to talk to somebody? You always may. Call:
age-thanks = Thank you. What would you like to do?
age-correct = I am 16 or older
