# Announcing an activity.
