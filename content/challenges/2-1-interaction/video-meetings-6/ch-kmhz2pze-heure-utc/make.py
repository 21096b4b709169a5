"""An invitation whose start, in universal time, falls on the next day in Paris."""

from pathlib import Path

INVITATION = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Radio des fleuves//Agenda//FR
METHOD:REQUEST
BEGIN:VEVENT
UID:20260612-radio@fleuves.example
DTSTAMP:20260520T081500Z
DTSTART:20260612T223000Z
DTEND:20260612T233000Z
SUMMARY:Enregistrement commun des deux radios
LOCATION:https://reunion.example/fleuves
ORGANIZER;CN=Maïa Taubira:mailto:maia@fleuves.example
ATTENDEE;CN=Studio de Paris:mailto:studio@paris-fleuves.example
DESCRIPTION:Essai des micros un quart d'heure avant.
END:VEVENT
END:VCALENDAR
"""
for name in ("reunion.ics", "reunion.txt"):
    Path(name).write_bytes(INVITATION.replace("\n", "\r\n").encode())
