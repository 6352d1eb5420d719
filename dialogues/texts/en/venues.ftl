# Places where people meet: the neighbourhood's list.

places-button = Places
places-title = <b>Places in { $place }</b>

    Whoever organises something chooses from this list.
places-none = <b>Places in { $place }</b>

    There is no place on the list yet. For example: the community centre or the park.
places-line = – { $words }
places-line-wheelchair = – { $words } (you can get in with a wheelchair)
places-add = Add a place
places-change = Change
places-off = Take off the list
places-off-sure = Take { $name } off the list? Activities there will still go ahead there.
places-off-yes = Yes, off the list
places-off-no = No, keep it
places-gone = This place is no longer on the list.
places-double = This place is on the list already. Give it another name.
places-enough = The list is full ({ $n } places). Take one off first.
places-name-empty = Please give it a name with letters.

plek-place = Which neighbourhood is it about?
plek-place-name = Neighbourhood
plek-change = Which place is it about?
plek-change-name = On the list
plek-name = What is the place called? For example: “Meevaart Community Centre”.
plek-name-name = Name
plek-address = Where is it? For example: “48 Bali Street”.
plek-address-name = Address
plek-wheelchair = Can you get in with a wheelchair?
plek-wheelchair-name = With a wheelchair
plek-summary = Is this place right?
plek-confirm = Put on the list
